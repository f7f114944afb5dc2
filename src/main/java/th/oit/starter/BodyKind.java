package th.oit.starter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import th.oit.text.Words;

/** What kind of body makes the site; decides what it is called and how it is usually divided. */
public enum BodyKind {
  SAO(
      "องค์การบริหารส่วนตำบล",
      "อบต.",
      "subdistrict administrative organization",
      List.of("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา ศาสนาและวัฒนธรรม")),
  TAMBON(
      "เทศบาลตำบล",
      "ทต.",
      "subdistrict municipality",
      List.of("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา")),
  MUEANG(
      "เทศบาลเมือง",
      "ทม.",
      "town municipality",
      List.of(
          "สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม")),
  NAKHON(
      "เทศบาลนคร",
      "ทน.",
      "city municipality",
      List.of(
          "สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม")),
  PAO(
      "องค์การบริหารส่วนจังหวัด",
      "อบจ.",
      "provincial administrative organization",
      List.of(
          "สำนักปลัดองค์การบริหารส่วนจังหวัด",
          "กองคลัง",
          "กองช่าง",
          "กองการศึกษา ศาสนา และวัฒนธรรม",
          "กองยุทธศาสตร์และงบประมาณ")),
  OTHER("", "", "another body", List.of("สำนักงาน"));

  private final String prefix;
  private final String abbreviation;
  private final String english;
  private final List<String> departments;

  BodyKind(String prefix, String abbreviation, String english, List<String> departments) {
    this.prefix = prefix;
    this.abbreviation = abbreviation;
    this.english = english;
    this.departments = departments;
  }

  /** Reads the name used on the command line, such as {@code sao}. */
  public static Optional<BodyKind> parse(String text) {
    String asked = text.strip().toLowerCase(Locale.ROOT);
    for (BodyKind kind : values()) {
      if (kind.id().equals(asked)
          || !kind.prefix.isEmpty()
              && (kind.prefix.equals(text.strip()) || kind.abbreviation.equals(text.strip()))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kind that a body's full or short name tells. */
  public static BodyKind of(String name) {
    for (BodyKind kind : values()) {
      if (!kind.prefix.isEmpty()
          && (name.startsWith(kind.prefix) || name.startsWith(kind.abbreviation))) {
        return kind;
      }
    }
    return OTHER;
  }

  /** As it is written on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Words words() {
    return Words.of(prefix.isEmpty() ? "หน่วยงานอื่น" : prefix, english);
  }

  /** The full name of a body whose name was given in full, with the abbreviation, or bare. */
  String fullName(String name) {
    if (prefix.isEmpty() || name.startsWith(prefix)) {
      return name;
    }
    return prefix
        + (name.startsWith(abbreviation) ? name.substring(abbreviation.length()) : name).strip();
  }

  /** The name as people say it, such as อบต.บางดี. */
  String shortName(String name) {
    return prefix.isEmpty() ? name : abbreviation + fullName(name).substring(prefix.length());
  }

  /** How such a body is usually divided. */
  public List<String> usualDepartments() {
    return departments;
  }
}
