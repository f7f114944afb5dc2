package th.oit.text;

import java.util.Locale;
import java.util.Optional;

/** A language in which the tool speaks to its users. */
public enum Language {
  TH,
  EN;

  /** Reads {@code th} or {@code en}, in any letter case. */
  public static Optional<Language> of(String code) {
    return switch (code.strip().toLowerCase(Locale.ROOT)) {
      case "th" -> Optional.of(TH);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }
}
