package th.oit.serve;

import java.nio.file.Path;
import th.oit.identity.Print;

/** A file of the served site. Equal to another when a browser would get the same bytes. */
sealed interface Held {
  /** By which its bytes are recognised. */
  Print print();

  /** Bytes that were made for the site. */
  record Made(byte[] bytes, Print print) implements Held {
    @Override
    public boolean equals(Object other) {
      return other instanceof Made made && print.equals(made.print);
    }

    @Override
    public int hashCode() {
      return print.hashCode();
    }
  }

  /** A file of the office's that goes out as it is, and stays where it lies until asked for. */
  record Copied(Path from, Print print) implements Held {}
}
