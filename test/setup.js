import 'reflect-metadata';

const native = globalThis.structuredClone;

function isPlain(value) {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * Jest runs each file in a realm of its own, but lends it the `structuredClone` of Node's: what that makes of a plain
 * object has the prototype of another realm and strictly equals nothing here. In a server there is one realm only.
 */
globalThis.structuredClone = function clone(value, options) {
  if (Array.isArray(value)) return value.map((item) => clone(item, options));
  if (!isPlain(value)) return native(value, options);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clone(item, options)]));
};
