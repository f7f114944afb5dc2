package th.oit.content;

/** Whether a page is for the public. */
public enum Status {
  PUBLISHED,
  DRAFT,
  /** The item has nothing to show this year, and the page says so with a reason. */
  NONE
}
