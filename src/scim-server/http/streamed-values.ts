/** Values of a multi-valued attribute that are too many to be held at once: they are read while the answer leaves. */
export class StreamedValues {
  /** @param batches reads them anew from the beginning, each batch being the JSON text of a list */
  constructor(readonly batches: () => AsyncIterable<string>) {}
}
