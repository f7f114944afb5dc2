package th.oit.catalog;

import java.util.Locale;

/** How sure the list is of something that was not checked against the official manual. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW;

  /** The name in files: {@code high}, {@code medium}, {@code low}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
