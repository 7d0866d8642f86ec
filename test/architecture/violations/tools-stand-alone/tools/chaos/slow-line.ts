export const latency = 0;
