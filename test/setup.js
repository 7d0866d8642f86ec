import 'reflect-metadata';

const native = globalThis.structuredClone;

function isPlain(value) {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * Replaces `structuredClone`. Jest runs each file in a realm of its own, but lends it Node's: plain objects from that
 * have the prototype of another realm, and so strictly equal nothing here. A server has one realm only.
 */
globalThis.structuredClone = function clone(value, options) {
  if (Array.isArray(value)) return value.map((item) => clone(item, options));
  if (!isPlain(value)) return native(value, options);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clone(item, options)]));
};
