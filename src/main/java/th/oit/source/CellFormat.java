package th.oit.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.text.ThaiDate;
import th.oit.text.ThaiDigits;

/**
 * A number format of a spreadsheet, as far as offices use them: what a number looks like in its
 * cell.
 *
 * <p>Numbers and percentages come out as the sheet shows them: thousands, decimals, currency,
 * brackets and Thai digits. Two things differ. A negative number that only its colour tells from a
 * positive one gets its sign. And a date is written in Thai words and the Buddhist era, 15 ม.ค.
 * 2567, with those of day, month, year and time that the format shows: what {@code 15/1/67} means,
 * and whether Excel shows it so, depends on the machine. A year that is typed in the Buddhist era
 * into a Gregorian cell, which Excel takes for the far future, is left as it was typed.
 *
 * <p>Immutable. Codes: ECMA-376 part 1, 18.8.30 and 18.8.31.
 */
final class CellFormat {
  static final CellFormat GENERAL = new CellFormat(List.of());

  /** The last day that Excel knows is 31 December 9999. */
  private static final BigDecimal DAYS = new BigDecimal(2_958_466);

  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /** The first day that Excel, which gives the year 1900 a 29 February, counts rightly. */
  private static final int FIRST_RIGHT_DAY = 61;

  private static final int BUDDHIST_ERA = 543;
  private static final int FIRST_BUDDHIST_YEAR = 2400;

  /** The shape of digits, in the highest byte of a locale's number. */
  private static final int THAI_DIGITS = 0x0D;

  private static final int GENERAL_DIGITS = 11;
  private static final MathContext GENERAL_ROUNDING = new MathContext(GENERAL_DIGITS);
  private static final int MOST_INTEGER_DIGITS = 21;
  private static final Pattern LOCALE =
      Pattern.compile("\\$([^-]*)(?:-([0-9A-Fa-f]{1,8})(?:,.*)?)?");
  private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)(-?[0-9.]+)");
  private static final Pattern ELAPSED = Pattern.compile("(?i)h+|m+|s+");

  private final List<Section> sections;

  private CellFormat(List<Section> sections) {
    this.sections = sections;
  }

  /** The format with a code as it stands in the file. */
  static CellFormat of(String code) {
    if (code.isBlank()) {
      return GENERAL;
    }
    List<Section> sections = new ArrayList<>();
    SectionParser parser = new SectionParser(code);
    while (parser.hasMore()) {
      sections.add(parser.next());
    }
    return new CellFormat(List.copyOf(sections));
  }

  /** The format that a number alone stands for, in a file from any country. */
  static CellFormat builtIn(int id) {
    return switch (id) {
      case 1 -> of("0");
      case 2 -> of("0.00");
      case 3 -> of("#,##0");
      case 4 -> of("#,##0.00");
      case 5, 7 -> of("$#,##0.00");
      case 9 -> of("0%");
      case 10 -> of("0.00%");
      case 37, 38 -> of("#,##0;(#,##0)");
      case 39, 40 -> of("#,##0.00;(#,##0.00)");
      case 41, 42 -> of("#,##0;(#,##0);\"-\"");
      case 43, 44 -> of("#,##0.00;(#,##0.00);\"-\"");
      case 16 -> of("d-mmm");
      case 17 -> of("mmm-yy");
      case 18, 20, 75 -> of("h:mm");
      case 19, 21, 76 -> of("h:mm:ss");
      case 22, 77 -> of("d/m/yyyy h:mm");
      case 45, 47, 78, 80 -> of("mm:ss");
      case 46, 79 -> of("[h]:mm:ss");
      case 14, 15, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 71, 72, 81 -> of("d/m/yyyy");
      case 32, 33, 34, 35, 55, 56 -> of("h:mm:ss");
      case 59 -> of("t0");
      case 60 -> of("t0.00");
      case 61 -> of("t#,##0");
      case 62 -> of("t#,##0.00");
      case 67 -> of("t0%");
      case 68 -> of("t0.00%");
      case 73 -> of("d-mmm");
      case 74 -> of("mmm-yy");
      default -> GENERAL;
    };
  }

  /**
   * What a cell shows.
   *
   * @param from1904 whether the file counts days from 1904, as old Macs did
   */
  String show(BigDecimal number, boolean from1904) {
    Section section = sectionFor(number);
    if (section == null || section.general) {
      String shown = general(number);
      return section == null ? shown : section.digits(section.around(shown));
    }
    if (section.isDate()) {
      String shown = section.date(number, from1904);
      return section.digits(shown == null ? general(number) : shown);
    }
    boolean signed = number.signum() < 0 && (section.index == 0 || !section.tellsNegative());
    String shown = section.number(number.abs());
    return section.digits(signed && !isZero(shown) ? "-" + shown : shown);
  }

  private Section sectionFor(BigDecimal number) {
    for (Section section : sections) {
      if (section.operator != null && section.accepts(number)) {
        return section;
      }
    }
    if (sections.isEmpty() || sections.get(0).operator != null) {
      return sections.isEmpty() ? null : sections.get(sections.size() - 1);
    }
    int index = number.signum() < 0 ? 1 : number.signum() == 0 ? 2 : 0;
    return sections.get(index < sections.size() ? index : 0);
  }

  /** Eleven digits, as wide as a cell shows; whole numbers in full, for they may be codes. */
  private static String general(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    if (bare.scale() > 0) {
      int whole = Math.max(bare.precision() - bare.scale(), 0);
      bare =
          whole >= GENERAL_DIGITS
              ? bare.setScale(0, RoundingMode.HALF_UP)
              : bare.precision() > GENERAL_DIGITS ? bare.round(GENERAL_ROUNDING) : bare;
      bare = bare.stripTrailingZeros();
    }
    boolean plain = bare.scale() > -MOST_INTEGER_DIGITS && bare.scale() < MOST_INTEGER_DIGITS;
    return plain ? bare.toPlainString() : bare.toString();
  }

  private static boolean isZero(String shown) {
    for (int i = 0; i < shown.length(); i++) {
      if (shown.charAt(i) >= '1' && shown.charAt(i) <= '9') {
        return false;
      }
    }
    return true;
  }

  /** A piece of a section: text to show, a place for a digit, the point, or a part of a date. */
  private record Piece(Kind kind, String text) {}

  private enum Kind {
    TEXT,
    DIGIT,
    POINT,
    YEAR,
    MONTH,
    DAY,
    WEEKDAY,
    HOUR,
    MINUTE,
    SECOND,
    ELAPSED
  }

  /** One of the up to four parts between semicolons. */
  private static final class Section {
    final int index;
    final List<Piece> pieces = new ArrayList<>();
    boolean general;
    boolean grouped;
    boolean thaiDigits;
    int percents;
    int thousands;
    String operator;
    BigDecimal limit;

    Section(int index) {
      this.index = index;
    }

    boolean isDate() {
      return pieces.stream().anyMatch(piece -> piece.kind().compareTo(Kind.YEAR) >= 0);
    }

    private boolean has(Kind kind) {
      return pieces.stream().anyMatch(piece -> piece.kind() == kind);
    }

    boolean accepts(BigDecimal number) {
      int compared = number.compareTo(limit);
      return switch (operator) {
        case "<" -> compared < 0;
        case "<=" -> compared <= 0;
        case ">" -> compared > 0;
        case ">=" -> compared >= 0;
        case "=" -> compared == 0;
        default -> compared != 0;
      };
    }

    /** Whether the section itself says that its numbers are below zero. */
    boolean tellsNegative() {
      return pieces.isEmpty()
          || pieces.stream()
              .anyMatch(
                  piece ->
                      piece.kind() == Kind.TEXT
                          && (piece.text().contains("-") || piece.text().contains("(")));
    }

    String digits(String shown) {
      return thaiDigits ? ThaiDigits.toThai(shown) : shown;
    }

    /** The section's text before and after what stands for the number. */
    String around(String shown) {
      StringBuilder out = new StringBuilder();
      for (Piece piece : pieces) {
        out.append(piece.kind() == Kind.TEXT ? piece.text() : "");
      }
      return pieces.isEmpty() ? shown : shown + out.toString().stripTrailing();
    }

    String number(BigDecimal number) {
      BigDecimal scaled = number.movePointRight(2 * percents).movePointLeft(3 * thousands);
      int point = pieces.size();
      for (int i = 0; i < pieces.size(); i++) {
        if (pieces.get(i).kind() == Kind.POINT) {
          point = i;
          break;
        }
      }
      int places = 0;
      for (int i = point; i < pieces.size(); i++) {
        places += pieces.get(i).kind() == Kind.DIGIT ? 1 : 0;
      }
      String plain = scaled.setScale(places, RoundingMode.HALF_UP).toPlainString();
      int dot = plain.indexOf('.');
      String whole = dot < 0 ? plain : plain.substring(0, dot);
      String fraction = dot < 0 ? "" : plain.substring(dot + 1);
      StringBuilder out = new StringBuilder(whole(whole, point));
      fraction(fraction, point, out);
      return out.toString().strip();
    }

    /** The integer digits, last first: each place takes one, the first place all that are left. */
    private String whole(String digits, int point) {
      String left = digits.equals("0") ? "" : digits;
      int first = -1;
      for (int i = point - 1; i >= 0; i--) {
        first = pieces.get(i).kind() == Kind.DIGIT ? i : first;
      }
      StringBuilder reversed = new StringBuilder();
      int written = 0;
      for (int i = point - 1; i >= 0; i--) {
        Piece piece = pieces.get(i);
        if (piece.kind() == Kind.TEXT) {
          reversed.append(new StringBuilder(piece.text()).reverse());
          continue;
        }
        int count = i == first ? Math.max(left.length(), 1) : 1;
        for (int n = 0; n < count; n++) {
          boolean any = !left.isEmpty();
          if (!any && !piece.text().equals("0")) {
            break;
          }
          if (grouped && written > 0 && written % 3 == 0) {
            reversed.append(',');
          }
          reversed.append(any ? left.charAt(left.length() - 1) : '0');
          left = any ? left.substring(0, left.length() - 1) : left;
          written++;
        }
      }
      return reversed.reverse().toString();
    }

    private void fraction(String digits, int point, StringBuilder out) {
      int needed = 0;
      int place = 0;
      for (int i = point; i < pieces.size(); i++) {
        if (pieces.get(i).kind() == Kind.DIGIT) {
          place++;
          boolean zero = digits.charAt(place - 1) == '0';
          needed = !zero || pieces.get(i).text().equals("0") ? place : needed;
        }
      }
      place = 0;
      for (int i = point; i < pieces.size(); i++) {
        Piece piece = pieces.get(i);
        if (piece.kind() == Kind.TEXT) {
          out.append(piece.text());
        } else if (piece.kind() == Kind.POINT) {
          out.append(needed > 0 ? "." : "");
        } else if (place++ < needed) {
          out.append(digits.charAt(place - 1));
        }
      }
    }

    /** The date; null for a number that is none. */
    String date(BigDecimal serial, boolean from1904) {
      if (serial.signum() < 0 || serial.compareTo(DAYS) >= 0) {
        return null;
      }
      if (has(Kind.ELAPSED)) {
        return elapsed(serial);
      }
      LocalDateTime moment;
      try {
        long day = serial.longValue();
        long seconds =
            serial
                .subtract(BigDecimal.valueOf(day))
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDate start = from1904 ? EPOCH_1904 : EPOCH_1900;
        long shift = !from1904 && day < FIRST_RIGHT_DAY ? 1 : 0;
        moment = start.plusDays(day + shift).atStartOfDay().plus(seconds, ChronoUnit.SECONDS);
      } catch (DateTimeException e) {
        return null;
      }
      String day = day(moment.toLocalDate());
      String time = time(moment);
      return day.isEmpty() ? time : time.isEmpty() ? day : day + " " + time + " น.";
    }

    private String day(LocalDate gregorian) {
      LocalDate day =
          gregorian.getYear() >= FIRST_BUDDHIST_YEAR
              ? gregorian.minusYears(BUDDHIST_ERA)
              : gregorian;
      boolean longMonth =
          pieces.stream().anyMatch(p -> p.kind() == Kind.MONTH && p.text().length() == 4);
      String[] words = (longMonth ? ThaiDate.longForm(day) : ThaiDate.shortForm(day)).split(" ");
      boolean withDay = has(Kind.DAY);
      boolean withMonth = has(Kind.MONTH);
      boolean withYear = has(Kind.YEAR);
      if (!withDay && !withMonth && !withYear && has(Kind.WEEKDAY)) {
        return String.join(" ", words);
      }
      List<String> shown = new ArrayList<>();
      if (withDay) {
        shown.add(words[0]);
      }
      if (withMonth) {
        shown.add(words[1]);
      }
      if (withYear) {
        shown.add(words[2]);
      }
      return String.join(" ", shown);
    }

    private String time(LocalDateTime moment) {
      if (!has(Kind.HOUR) && !has(Kind.MINUTE) && !has(Kind.SECOND)) {
        return "";
      }
      if (!has(Kind.HOUR)) {
        return String.format(Locale.ROOT, "%02d:%02d", moment.getMinute(), moment.getSecond());
      }
      return has(Kind.SECOND)
          ? String.format(
              Locale.ROOT,
              "%02d:%02d:%02d",
              moment.getHour(),
              moment.getMinute(),
              moment.getSecond())
          : String.format(Locale.ROOT, "%02d:%02d", moment.getHour(), moment.getMinute());
    }

    private String elapsed(BigDecimal serial) {
      long seconds =
          serial.multiply(BigDecimal.valueOf(86_400)).setScale(0, RoundingMode.HALF_UP).longValue();
      String minutes = String.format(Locale.ROOT, "%d:%02d", seconds / 3600, seconds / 60 % 60);
      return has(Kind.SECOND)
          ? minutes + String.format(Locale.ROOT, ":%02d", seconds % 60)
          : minutes;
    }
  }

  /** Takes a code apart. */
  private static final class SectionParser {
    private final String code;
    private int at;
    private int index;
    private Section section;
    private Kind lastPart;

    SectionParser(String code) {
      this.code = code;
    }

    boolean hasMore() {
      return at <= code.length() && index < 3;
    }

    Section next() {
      section = new Section(index++);
      lastPart = null;
      boolean fractionOrPower = false;
      while (at < code.length() && code.charAt(at) != ';') {
        char c = code.charAt(at++);
        switch (c) {
          case '"' -> {
            int end = code.indexOf('"', at);
            end = end < 0 ? code.length() : end;
            text(code.substring(at, end));
            at = Math.min(end + 1, code.length());
          }
          case '\\' -> text(at < code.length() ? code.substring(at, ++at) : "");
          case '_' -> {
            at++;
            text(" ");
          }
          case '*' -> at++;
          case '[' -> bracket();
          case '0', '#', '?' -> section.pieces.add(new Piece(Kind.DIGIT, String.valueOf(c)));
          case '.' -> {
            if (lastPart == Kind.SECOND) {
              while (at < code.length() && code.charAt(at) == '0') {
                at++;
              }
            } else if (section.has(Kind.POINT)) {
              text(".");
            } else {
              section.pieces.add(new Piece(Kind.POINT, "."));
            }
          }
          case ',' -> comma();
          case '%' -> {
            section.percents++;
            text("%");
          }
          case 'E' -> {
            if (at < code.length() && (code.charAt(at) == '+' || code.charAt(at) == '-')) {
              fractionOrPower = true;
            } else {
              part('e');
            }
          }
          case '@' -> {}
          default -> {
            if (code.regionMatches(true, at - 1, "General", 0, 7)) {
              section.general = true;
              at += 6;
            } else if (code.regionMatches(true, at - 1, "AM/PM", 0, 5)) {
              at += 4;
            } else if (code.regionMatches(true, at - 1, "A/P", 0, 3)) {
              at += 2;
            } else if (c == 't' && at == 1) {
              section.thaiDigits = true;
            } else if ((c == 'b' || c == 'B') && at < code.length() && isEra(code.charAt(at))) {
              at++;
            } else if ("yYmMdDhHsSbBeg".indexOf(c) >= 0) {
              part(Character.toLowerCase(c));
            } else {
              fractionOrPower |= c == '/' && section.has(Kind.DIGIT);
              text(String.valueOf(c));
            }
          }
        }
      }
      at++;
      if (fractionOrPower) {
        // ½ and 1.2E+09 help nobody who reads a table: the number itself is shown.
        section.general = true;
        section.pieces.clear();
      }
      return section;
    }

    /** {@code B1} and {@code B2} in front of a date choose its calendar. */
    private static boolean isEra(char c) {
      return c == '1' || c == '2';
    }

    private void text(String text) {
      section.pieces.add(new Piece(Kind.TEXT, text));
    }

    /** A comma groups the digits; behind the last digit it divides by a thousand. */
    private void comma() {
      boolean before = section.has(Kind.DIGIT);
      boolean after = false;
      for (int i = at; i < code.length() && "#0?,.".indexOf(code.charAt(i)) >= 0; i++) {
        if (code.charAt(i) == '.') {
          break;
        }
        after |= code.charAt(i) != ',';
      }
      if (before && after) {
        section.grouped = true;
      } else if (before) {
        section.thousands++;
      } else {
        text(",");
      }
    }

    private void bracket() {
      int end = code.indexOf(']', at);
      if (end < 0) {
        at = code.length();
        return;
      }
      String inside = code.substring(at, end);
      at = end + 1;
      Matcher locale = LOCALE.matcher(inside);
      Matcher condition = CONDITION.matcher(inside);
      if (locale.matches()) {
        text(locale.group(1));
        String shape = locale.group(2);
        section.thaiDigits |= shape != null && Long.parseLong(shape, 16) >>> 24 == THAI_DIGITS;
      } else if (condition.matches()) {
        section.operator = condition.group(1);
        section.limit = new BigDecimal(condition.group(2));
      } else if (ELAPSED.matcher(inside).matches()) {
        section.pieces.add(new Piece(Kind.ELAPSED, inside));
        lastPart = Kind.HOUR;
      }
    }

    private void part(char letter) {
      int start = at - 1;
      while (at < code.length() && Character.toLowerCase(code.charAt(at)) == letter) {
        at++;
      }
      String run = code.substring(start, at);
      Kind kind =
          switch (letter) {
            case 'y', 'b', 'e', 'g' -> Kind.YEAR;
            case 'd' -> run.length() > 2 ? Kind.WEEKDAY : Kind.DAY;
            case 'h' -> Kind.HOUR;
            case 's' -> Kind.SECOND;
            default ->
                run.length() < 3 && (lastPart == Kind.HOUR || isBeforeSeconds())
                    ? Kind.MINUTE
                    : Kind.MONTH;
          };
      section.pieces.add(new Piece(kind, run));
      lastPart = kind;
    }

    private boolean isBeforeSeconds() {
      for (int i = at; i < code.length() && code.charAt(i) != ';'; i++) {
        char c = Character.toLowerCase(code.charAt(i));
        if (Character.isLetter(c)) {
          return c == 's';
        }
      }
      return false;
    }
  }
}
