/**
 * The values of a multi-valued attribute, when they are too many to hold at once: they are read while the answer
 * leaves.
 */
export class StreamedValues {
  /** @param batches reads the values from the beginning at each call; each batch is the JSON text of a list */
  constructor(readonly batches: () => AsyncIterable<string>) {}
}
