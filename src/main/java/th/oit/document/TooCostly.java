package th.oit.document;

import java.io.IOException;

/**
 * A file asks for more memory or work than any document of an office needs, whatever it may be.
 *
 * <p>Says nothing about whether the file opens elsewhere.
 */
final class TooCostly extends IOException {
  private static final long serialVersionUID = 1L;

  TooCostly(String what) {
    super(what);
  }
}
