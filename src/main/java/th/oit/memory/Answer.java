package th.oit.memory;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a command prints, but for the time that it took. Immutable.
 *
 * @param after what follows the time; null when the text tells none
 * @param decimals as how many decimals of a second the time is written; 0 for whole milliseconds
 */
public record Answer(String before, String after, int decimals) {
  /** A time that nothing takes, and that is told in no other place of a text. */
  public static final long SOME_MILLIS = 8_765_432_109_876L;

  private static final String[] AS_WRITTEN = {
    "8765432109876", "8765432109.88", "8765432109.876",
  };

  /**
   * Takes a text in which {@link #SOME_MILLIS} is told as the time that the run took.
   *
   * @return empty when the time is told more than once
   */
  public static Optional<Answer> of(String text) {
    int found = 0;
    Answer answer = new Answer(text, null, 0);
    for (int i = 0; i < AS_WRITTEN.length; i++) {
      String written = AS_WRITTEN[i];
      int at = text.indexOf(written);
      if (at >= 0) {
        found += text.indexOf(written, at + 1) >= 0 ? 2 : 1;
        answer =
            new Answer(
                text.substring(0, at), text.substring(at + written.length()), i == 0 ? 0 : i + 1);
      }
    }
    return found > 1 ? Optional.empty() : Optional.of(answer);
  }

  /** The text of a run that took so long. */
  public String text(long millis) {
    if (after == null) {
      return before;
    }
    if (decimals == 0) {
      return before + millis + after;
    }
    long unit = decimals == 2 ? 10 : 1;
    long rounded = (millis + unit / 2) / unit;
    long second = 1000 / unit;
    String fraction = Long.toString(second + rounded % second).substring(1);
    return before + rounded / second + "." + fraction + after;
  }

  void write(DataOutputStream out) throws IOException {
    LastRun.string(out, before);
    out.writeBoolean(after != null);
    if (after != null) {
      LastRun.string(out, after);
    }
    out.writeByte(decimals);
  }

  static Answer read(ByteBuffer in) {
    String before = LastRun.string(in);
    String after = in.get() == 0 ? null : LastRun.string(in);
    return new Answer(before, after, in.get());
  }
}
