package th.oit.document;

/** Whether a document holds text that can be searched and read aloud: three answers, not two. */
public enum TextLayer {
  PRESENT,
  /** Pictures alone, as from a scanner. */
  ABSENT,
  /** Not a document that this can be told of, or not one that opens. */
  UNDECIDED
}
