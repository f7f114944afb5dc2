package th.oit.document;

/** Whether a document holds text that can be searched and read aloud. */
public enum TextLayer {
  PRESENT,
  /** Text that one can read, but that turns into other letters when it is copied or searched. */
  GARBLED,
  /** Pictures alone, as from a scanner. */
  ABSENT,
  /** Not a document that this can be told of, or not one that opens. */
  UNDECIDED;

  /** The answer of this name; null when there is none. */
  static TextLayer named(String name) {
    for (TextLayer layer : values()) {
      if (layer.name().equals(name)) {
        return layer;
      }
    }
    return null;
  }
}
