package th.oit.starter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The body for which a site is laid out, as far as its first author says. Texts that were not given
 * are empty.
 *
 * @param name in full
 * @param shortName as people say it
 * @param place district and province, for the address
 * @param baseUrl where the site will stand
 * @param departments at least one; the first keeps what no other obviously does
 */
public record Body(
    String name,
    String shortName,
    String place,
    String baseUrl,
    String phone,
    String email,
    List<Department> departments) {
  /** What a department's name tells of the id that it usually has. */
  private static final Map<String, String> USUAL_IDS = new LinkedHashMap<>();

  static {
    USUAL_IDS.put("ปลัด", "office");
    USUAL_IDS.put("คลัง", "finance");
    USUAL_IDS.put("ช่าง", "works");
    USUAL_IDS.put("การศึกษา", "education");
    USUAL_IDS.put("สาธารณสุข", "health");
    USUAL_IDS.put("สวัสดิการ", "welfare");
    USUAL_IDS.put("ตรวจสอบภายใน", "audit");
    USUAL_IDS.put("ยุทธศาสตร์", "planning");
    USUAL_IDS.put("การเจ้าหน้าที่", "personnel");
    USUAL_IDS.put("เกษตร", "agriculture");
    USUAL_IDS.put("ประปา", "waterworks");
    USUAL_IDS.put("สำนักงาน", "office");
  }

  /**
   * A part of the body.
   *
   * @param id in lower-case ASCII
   */
  public record Department(String id, String name) {}

  public Body {
    departments = List.copyOf(departments);
  }

  /** A body of a kind, whose name may be given in full, with the abbreviation, or bare. */
  public static Body of(
      BodyKind kind,
      String name,
      String place,
      String baseUrl,
      String phone,
      String email,
      List<String> departments) {
    return new Body(
        kind.fullName(name),
        kind.shortName(name),
        place,
        baseUrl,
        phone,
        email,
        named(departments.isEmpty() ? kind.usualDepartments() : departments));
  }

  /** Departments written as a name, or as {@code id=name}. */
  private static List<Department> named(List<String> written) {
    List<Department> departments = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String each : written) {
      int equals = each.indexOf('=');
      boolean given = equals > 0 && each.substring(0, equals).strip().matches("[a-z0-9-]+");
      String name = given ? each.substring(equals + 1).strip() : each.strip();
      String id = given ? each.substring(0, equals).strip() : usualId(name);
      int number = departments.size() + 1;
      if (id.isEmpty() || taken.contains(id)) {
        id = "department-" + number;
      }
      taken.add(id);
      departments.add(new Department(id, name));
    }
    return departments;
  }

  private static String usualId(String name) {
    return USUAL_IDS.entrySet().stream()
        .filter(usual -> name.contains(usual.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
