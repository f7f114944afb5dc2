package th.oit.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it in settings. */
public final class TimeSpan {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(ms|s|m|h|วินาที|นาที|ชั่วโมง|)");

  private TimeSpan() {}

  /**
   * Reads {@code 20}, {@code 0.25s}, {@code 250ms}, {@code 10m}, {@code 1h} or {@code ๑๐ นาที}; a
   * bare number counts seconds.
   */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = WRITTEN.matcher(ThaiDigits.toArabic(text.strip()).toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "m", "นาที" -> 60_000;
          case "h", "ชั่วโมง" -> 3_600_000;
          default -> 1000;
        };
    BigDecimal millis = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
    return Optional.of(Duration.ofMillis(millis.longValue()));
  }
}
