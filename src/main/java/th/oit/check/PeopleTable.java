package th.oit.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import th.oit.catalog.Column;
import th.oit.catalog.Element;
import th.oit.check.Outline.Person;
import th.oit.check.PageTable.Row;
import th.oit.text.Words;

/** What a list asks of each person, and people who stand in an ordinary table. */
final class PeopleTable {
  private static final int SHOWN = 3;
  private static final Pattern NAME =
      Pattern.compile("^(ชื่อ|ชื่อ.{0,3}(นาม)?สกุล|ผู้ดำรงตำแหน่ง|รายนาม|name).*");
  private static final Pattern POSITION = Pattern.compile("^(ตำแหน่ง|position).*");
  private static final Pattern VACANT =
      Pattern.compile("^[-–(\\s]*(ว่าง|ตำแหน่งว่าง|อัตราว่าง)[-–)\\s]*$");
  private static final Pattern PICTURED =
      Pattern.compile("รูปถ่าย|รูปภาพ|ภาพถ่าย|(^|-)(photo|photos|picture|portrait|image)($|-)");
  private static final Pattern REACHED =
      Pattern.compile(
          "ติดต่อ|โทรศัพท์|อีเมล|(?i:e-mail)|(^|-)(contact|contacts|phone|email|telephone)($|-)");

  private PeopleTable() {}

  /** Something that each person of a list must have. */
  enum Demand {
    NAME("ชื่อ", "name", person -> person.name().isEmpty()),
    POSITION("ตำแหน่ง", "position", person -> person.position().isEmpty()),
    PICTURE("รูปถ่าย", "picture", person -> !person.picture()),
    ALTERNATIVE(
        "ข้อความแทนรูปถ่าย",
        "text in place of the picture",
        person -> person.picture() && !person.described()),
    CONTACT("ช่องทางติดต่อ", "telephone number or e-mail address", person -> !person.contact());

    private final Words what;
    private final Predicate<Person> missed;

    Demand(String th, String en, Predicate<Person> missed) {
      this.what = Words.of(th, en);
      this.missed = missed;
    }

    boolean isMissedBy(Person person) {
      boolean vacant = VACANT.matcher(person.name()).matches();
      return missed.test(person) && !(vacant && this != POSITION);
    }

    Words missing(List<String> names) {
      int more = names.size() - SHOWN;
      String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
      return Words.of(
          "ยังไม่มี" + what.th() + "ของ " + some + (more > 0 ? " และอีก " + more + " คน" : ""),
          "no " + what.en() + " of " + some + (more > 0 ? " and " + more + " more" : ""));
    }

    Words hint() {
      return switch (this) {
        case NAME -> Words.of("เพิ่ม name: ใน people.yml", "add 'name:' in people.yml");
        case POSITION -> Words.of("เพิ่ม position: ใน people.yml", "add 'position:' in people.yml");
        case PICTURE ->
            Words.of(
                "วางรูปไว้ข้าง people.yml แล้วเพิ่ม image: ของคนนั้น",
                "put the picture beside people.yml and name it in 'image:'");
        case ALTERNATIVE ->
            Words.of(
                "เพิ่ม alt ที่บอกว่าเป็นรูปของใคร",
                "add an alt text that says whose picture it is");
        case CONTACT ->
            Words.of(
                "เพิ่ม phone: หรือ email: ของคนนั้นใน people.yml",
                "add 'phone:' or 'email:' in people.yml");
      };
    }
  }

  /**
   * What an element asks of each person: a name and a position always; a picture or a contact where
   * its own name, its words or its columns say so.
   */
  static Set<Demand> demandsOf(Element element) {
    Set<Demand> demands = EnumSet.of(Demand.NAME, Demand.POSITION);
    List<String> words = new ArrayList<>(List.of(element.id(), element.text()));
    for (Column column : element.columns()) {
      words.add(column.id());
      words.add(column.label());
    }
    for (String word : words) {
      if (PICTURED.matcher(word).find()) {
        demands.add(Demand.PICTURE);
        demands.add(Demand.ALTERNATIVE);
      }
      if (REACHED.matcher(word).find()) {
        demands.add(Demand.CONTACT);
      }
    }
    return demands;
  }

  /** What to call a person of whom something is missing. */
  static String nameOf(Person person) {
    if (!person.name().isEmpty()) {
      return person.name();
    }
    return person.position().isEmpty() ? "?" : person.position();
  }

  /** The people of a table that has a column of names and one of positions; else none. */
  static List<Person> people(PageTable table) {
    int name = column(table, NAME);
    int position = column(table, POSITION);
    List<Person> people = new ArrayList<>();
    if (name < 0 || position < 0) {
      return people;
    }
    for (Row row : table.rows()) {
      if (row.isData()) {
        boolean contact =
            row.contact() || row.cells().stream().anyMatch(cell -> !Way.in(cell).isEmpty());
        people.add(
            new Person(row.cell(name), row.cell(position), row.picture(), row.picture(), contact));
      }
    }
    return people;
  }

  private static int column(PageTable table, Pattern named) {
    for (int i = 0; i < table.heads().size(); i++) {
      String label = table.heads().get(i).label().strip().toLowerCase(Locale.ROOT);
      if (named.matcher(label).matches()) {
        return i;
      }
    }
    return -1;
  }
}
