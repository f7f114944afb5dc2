package th.oit.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import th.oit.catalog.Column;
import th.oit.catalog.Element;
import th.oit.catalog.Item;
import th.oit.check.Outline.Part;
import th.oit.check.PageTable.Row;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;
import th.oit.text.Words;

/**
 * Judges whether a page really shows an element where it says so: for each kind of element another
 * thing must stand there. What is in a file or on another site is not read.
 *
 * <p>Several places of one element count together.
 */
final class ElementCheck {
  private static final int SUBSTANCE = 20;

  /** A number with what was counted: 12 ครั้ง, 0 เรื่อง. */
  private static final Pattern COUNT =
      Pattern.compile(
          "(ร้อยละ|จำนวน)\\s*[0-9๐-๙]|[0-9๐-๙]\\s*(ครั้ง|เรื่อง|ราย|คน|โครงการ|ฉบับ|แห่ง|บาท|ครัวเรือน|กลุ่ม|กิจกรรม"
              + "|สัญญา|คำขอ|คำร้อง|ชิ้น|อัตรา|ตำแหน่ง|เครื่อง|คัน|ตัว|ชั่วโมง|หลักสูตร|%)");

  private static final Pattern PERIOD =
      Pattern.compile("(?<![\\d,.])(2[45]\\d\\d|20[0-3]\\d)(?![\\d,.]\\d)|(?<![๐-๙])๒[๔๕][๐-๙]{2}");
  private static final Pattern MAP =
      Pattern.compile(
          "(?i)google\\.[a-z.]+/maps|maps\\.google|goo\\.gl/maps|maps\\.app\\.goo\\.gl|openstreetmap|longdo|"
              + "bing\\.com/maps|/maps?[/.?-]|[/-]map\\.|แผนที่|^geo:");
  private static final Pattern ONLINE = Pattern.compile("ออนไลน์|อินเทอร์เน็ต|(?i)online");

  private final FiscalYear year;
  private final Function<String, Outline> outlines;
  private final Targets targets;
  private final Evidence evidence;
  private final Set<Way> general;

  /**
   * @param outlines what stands on the pages
   * @param general the ways by which the body is reached in general
   */
  ElementCheck(
      FiscalYear year,
      Function<String, Outline> outlines,
      Targets targets,
      Evidence evidence,
      Set<Way> general) {
    this.year = year;
    this.outlines = outlines;
    this.targets = targets;
    this.evidence = evidence;
    this.general = general;
  }

  /** The item's page, and where what is wrong with it goes. */
  record On(Item item, PageFacts page, boolean thin, ItemFindings out, TableChecks tables) {}

  /**
   * Whether the places show the element; says so where they do not.
   *
   * @param places that stand; at least one
   */
  boolean shows(Element element, List<Place> places, On on) {
    if (places.stream().allMatch(Place::isFile)) {
      return isShownElsewhere(places); // what is wrong with a file is said where files are judged
    }
    return switch (element.kind()) {
      case TEXT -> text(element, places, on);
      case PEOPLE -> people(element, places, on);
      case DOCUMENT -> document(element, places, on);
      case TABLE -> table(element, places, on);
      case STATISTIC -> statistic(element, places, on);
      case CHANNEL -> channel(element, places, on);
      case MAP -> map(element, places, on);
      case LOG -> isShownElsewhere(places) || new LogCheck(year).shows(element, places, on);
      case LINK -> link(element, places, on);
    };
  }

  /** Whether a place is a file that opens, or on another site: neither is read here. */
  boolean isShownElsewhere(List<Place> places) {
    return places.stream()
        .anyMatch(
            place ->
                place.isElsewhere() || place.isFile() && evidence.opens(place.target().file()));
  }

  static List<Place> read(List<Place> places) {
    return places.stream().filter(Place::isRead).toList();
  }

  /** The element and its places, as messages name them. */
  static Words at(Element element, List<Place> places) {
    String hrefs = places.stream().map(Place::href).collect(Collectors.joining(", "));
    return Words.of(
        "ที่แสดง \"" + element.text() + "\" (" + hrefs + ") ",
        "where '" + element.text() + "' should be (" + hrefs + ") ");
  }

  static void empty(Element element, List<Place> places, On on, Words message, Words hint) {
    Words at = at(element, places);
    on.out.add(
        element, Rule.OIT_EMPTY, Words.of(at.th() + message.th(), at.en() + message.en()), hint);
  }

  private boolean text(Element element, List<Place> places, On on) {
    if (isShownElsewhere(places)) {
      return true;
    }
    int letters = 0;
    Optional<String> excuse = Optional.empty();
    for (Place place : read(places)) {
      List<Part> parts = place.parts();
      Optional<String> excused = Statements.excuse(parts);
      if (showsThings(parts, place) || excused.isEmpty() && saysSomething(parts)) {
        return true;
      }
      excuse = excuse.or(() -> excused);
      letters += excused.isPresent() ? 0 : Statements.letters(parts);
    }
    if (letters >= SUBSTANCE) {
      return true;
    }
    if (!on.thin) {
      empty(
          element,
          places,
          on,
          excuse.isPresent()
              ? Words.of(
                  "มีเพียงข้อความ \"" + excuse.get() + "\"", "there is only '" + excuse.get() + "'")
              : letters == 0
                  ? Words.of(
                      "มีแต่หัวข้อ ยังไม่มีเนื้อหา", "there is a heading and nothing below it")
                  : Words.of(
                      "มีข้อความเพียง " + letters + " ตัวอักษร",
                      "there are only " + letters + " letters of text"),
          Words.of(
              "เขียนเนื้อหาไว้ใต้หัวข้อนั้น หรือวางตาราง รายการ หรือไฟล์",
              "write the content below that heading, or place a table, a list or a file"));
    }
    return false;
  }

  private boolean showsThings(List<Part> parts, Place place) {
    for (Part part : parts) {
      boolean thing =
          part instanceof Outline.Tabular tabular && tabular.table().hasData()
              || part instanceof Outline.Picture picture && !picture.alt().isEmpty()
              || part instanceof Outline.Drawing
              || part instanceof Outline.Person
              || part instanceof Outline.Link link && isOpenFile(place, link.href());
      if (thing) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysSomething(List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Outline.Text text && text.entry() && !text.text().isEmpty()) {
        return true;
      }
    }
    return Statements.letters(parts) >= SUBSTANCE || Statements.sayNone(parts);
  }

  private boolean isOpenFile(Place place, String href) {
    Targets.Target target = targets.of(place.outline().page(), href);
    return target.kind() == Targets.Target.Kind.INTERNAL
        && target.stands()
        && !isPage(target.file())
        && evidence.opens(target.file());
  }

  static boolean isPage(String file) {
    return file.endsWith(".html") || file.endsWith(".htm");
  }

  // People

  private boolean people(Element element, List<Place> places, On on) {
    List<Outline.Person> people = new ArrayList<>();
    for (Place place : read(places)) {
      for (Part part : place.parts()) {
        if (part instanceof Outline.Person person) {
          people.add(person);
        } else if (part instanceof Outline.Tabular tabular) {
          people.addAll(PeopleTable.people(tabular.table()));
        }
      }
    }
    if (people.isEmpty() && isShownElsewhere(places)) {
      return true;
    }
    if (people.isEmpty()) {
      empty(
          element,
          places,
          on,
          Words.of("ไม่มีรายชื่อบุคคล", "there is no list of people"),
          Words.of(
              "ทำรายชื่อเป็นไฟล์ people.yml แล้ววางด้วย ![คำบรรยาย](people.yml)",
              "write the people into people.yml and place it with ![caption](people.yml)"));
      return false;
    }
    boolean shown = true;
    for (PeopleTable.Demand demand : PeopleTable.demandsOf(element)) {
      List<String> without =
          people.stream().filter(demand::isMissedBy).map(PeopleTable::nameOf).distinct().toList();
      if (!without.isEmpty()) {
        shown = false;
        empty(element, places, on, demand.missing(without), demand.hint());
      }
    }
    return shown;
  }

  // Documents

  private boolean document(Element element, List<Place> places, On on) {
    boolean opens = false;
    boolean shut = false;
    boolean elsewhere = false;
    for (Place place : places) {
      if (place.isFile()) {
        boolean own = evidence.opens(place.target().file());
        opens |= own;
        shut |= !own;
      } else if (place.isElsewhere()) {
        elsewhere = true;
      } else if (place.isRead()) {
        for (Part part : place.parts()) {
          opens |= part instanceof Outline.Link link && isOpenFile(place, link.href());
        }
      }
    }
    for (PageFacts.FileLink link : on.page.item().evidence()) {
      if (!opens && link.declared()) {
        Targets.Target target = targets.of(on.page.page(), link.href());
        opens =
            target.kind() == Targets.Target.Kind.INTERNAL
                && target.stands()
                && !isPage(target.file())
                && evidence.opens(target.file());
      }
    }
    if (opens || shut) {
      return opens; // what is wrong with a file is said where files are judged
    }
    Words at = at(element, places);
    Words hint =
        Words.of(
            "วางไฟล์ไว้ในโฟลเดอร์ของหน้านี้ แล้วชี้ใน elements: หรือเพิ่มใน evidence:",
            "put the file into the page's folder and name it in 'elements:' or 'evidence:'");
    if (elsewhere) {
      on.out.add(
          element,
          Rule.EVIDENCE_EXTERNAL_HOST,
          Words.of(
              at.th() + "เอกสารอยู่บนเว็บไซต์อื่น", at.en() + "the document is on another host"),
          hint);
    } else {
      empty(
          element,
          places,
          on,
          Words.of("ไม่มีเอกสารที่เปิดได้", "there is no document that opens"),
          hint);
    }
    return false;
  }

  // Tables and statistics

  private record TableAt(PageTable table, Place place) {}

  private static List<TableAt> tables(List<Place> places) {
    Set<PageTable> seen = new LinkedHashSet<>();
    List<TableAt> tables = new ArrayList<>();
    for (Place place : read(places)) {
      for (Part part : place.parts()) {
        if (part instanceof Outline.Tabular tabular && seen.add(tabular.table())) {
          tables.add(new TableAt(tabular.table(), place));
        }
      }
    }
    return tables;
  }

  private boolean table(Element element, List<Place> places, On on) {
    List<TableAt> tables = tables(places);
    boolean elsewhere = isShownElsewhere(places);
    boolean none =
        places.stream().anyMatch(p -> p.isRead() && Statements.sayNoneHappened(p.around()));
    if (tables.isEmpty()) {
      if (elsewhere || none) {
        return true;
      }
      on.out.add(
          element,
          Rule.OIT_COLUMNS,
          Words.of(
              "ที่แสดง \"" + element.text() + "\" ไม่มีตาราง",
              "there is no table where '" + element.text() + "' should be"),
          Words.of(
              "วางตารางใต้หัวข้อนั้น เช่น ![คำบรรยาย](ตาราง.csv)",
              "place a table below that heading, such as ![caption](table.csv)"));
      return false;
    }
    boolean named = columns(element, tables, elsewhere, on);
    List<TableAt> asked = withColumns(element, tables);
    if (asked.stream().noneMatch(at -> at.table.hasData()) && !asked.isEmpty()) {
      if (!elsewhere && !none) {
        empty(
            element,
            places,
            on,
            Words.of("ตารางไม่มีข้อมูลสักแถว", "the table has no row of data"),
            Words.of(
                "กรอกข้อมูลในตาราง ถ้าปีนี้ไม่มีรายการ ให้เขียนไว้ใต้หัวข้อว่าไม่มี พร้อมเหตุผล",
                "fill in the table; if there was nothing this year, say so below the heading"));
        return false;
      }
    }
    return named;
  }

  private static List<TableAt> withColumns(Element element, List<TableAt> tables) {
    return element.columns().isEmpty()
        ? tables
        : tables.stream()
            .filter(at -> element.columns().stream().anyMatch(c -> at.table.indexOf(c) >= 0))
            .toList();
  }

  /** Whether the tables have the columns of the element; has the cells of those judged. */
  private boolean columns(Element element, List<TableAt> tables, boolean elsewhere, On on) {
    boolean all = true;
    for (Column column : element.columns()) {
      boolean found = false;
      for (TableAt at : tables) {
        int index = at.table.indexOf(column);
        if (index >= 0) {
          found = true;
          all &= filled(element, column, index, at, on);
        }
      }
      if (!found && !elsewhere) {
        all = false;
        missing(element, column, tables.get(0), on);
      }
    }
    for (TableAt at : tables) {
      on.tables.of(at.table, at.place.outline().page());
    }
    return all;
  }

  /** Whether any row has something in a column; if so, its cells are judged one by one. */
  private boolean filled(Element element, Column column, int index, TableAt at, On on) {
    boolean any = false;
    boolean data = false;
    for (Row row : at.table.rows()) {
      data |= row.isData();
      if (row.isData() && !row.cell(index).isEmpty()) {
        any = true;
        break;
      }
    }
    String page = at.place.outline().page();
    if (any || !data) {
      on.tables.ask(at.table, page, element, column, index);
      return true;
    }
    String label = at.table.heads().get(index).label();
    on.out.add(
        element,
        Rule.OIT_EMPTY,
        column.id(),
        on.out.tableSource(page, at.table).orElseGet(() -> on.out.elementSource(element)),
        Words.of(
            "คอลัมน์ \"" + label + "\" ว่างทุกแถว (" + element.text() + ")",
            "the column '" + label + "' is empty in every row (" + element.text() + ")"),
        Words.of(
            "กรอกข้อมูลในคอลัมน์นี้ แถวที่ไม่มีให้เขียน - หรือ ไม่มี",
            "fill in the column; where there is nothing, write '-'"));
    return false;
  }

  private static void missing(Element element, Column column, TableAt at, On on) {
    Source source =
        on.out
            .tableSource(at.place.outline().page(), at.table)
            .orElseGet(() -> on.out.elementSource(element));
    String has =
        at.table.heads().stream().map(PageTable.Head::text).collect(Collectors.joining(", "));
    on.out.add(
        element,
        Rule.OIT_COLUMNS,
        column.id(),
        source,
        Words.of(
            "ตารางขาดคอลัมน์ \"" + column.label() + "\" (" + element.text() + ")",
            "the table lacks the column '" + column.label() + "' (" + element.text() + ")"),
        Words.of(
            "เพิ่มคอลัมน์นี้ หรือแก้ชื่อหัวตาราง ตอนนี้มี: " + has,
            "add the column or rename one; the table has: " + has));
  }

  private boolean statistic(Element element, List<Place> places, On on) {
    List<TableAt> tables = tables(places);
    boolean elsewhere = isShownElsewhere(places);
    boolean shown = tables.isEmpty() || columns(element, tables, elsewhere, on);
    if (elsewhere) {
      return shown;
    }
    boolean none =
        places.stream().anyMatch(p -> p.isRead() && Statements.sayNoneHappened(p.parts()));
    boolean counted = none || tables.stream().anyMatch(at -> hasFigures(at.table));
    boolean dated = false;
    for (Place place : read(places)) {
      for (Part part : place.parts()) {
        counted |= part instanceof Outline.Text text && COUNT.matcher(text.text()).find();
      }
      dated |= namesPeriod(place);
    }
    if (!counted) {
      empty(
          element,
          places,
          on,
          Words.of("ไม่มีตัวเลขสถิติ", "there are no figures"),
          Words.of(
              "วางตารางสถิติใต้หัวข้อนั้น ถ้าเป็นศูนย์ให้แสดงตารางที่เป็น 0 หรือเขียนว่าไม่มี",
              "place a table of the figures there; show zeros, or say that there was none"));
      return false;
    }
    if (!dated) {
      empty(
          element,
          places,
          on,
          Words.of(
              "ไม่ได้บอกว่าเป็นสถิติของช่วงเวลาใด",
              "the figures do not say of what period they are"),
          Words.of(
              "เขียนช่วงเวลาไว้ในหัวข้อหรือคำบรรยายตาราง เช่น ต.ค. 2566 – มี.ค. 2567",
              "name the period in the heading or the caption of the table"));
      return false;
    }
    return shown;
  }

  private static boolean hasFigures(PageTable table) {
    for (Row row : table.rows()) {
      boolean counts = row.kind() != Row.Kind.BLANK && row.kind() != Row.Kind.SAMPLE;
      for (int i = 1; counts && i < row.cells().size(); i++) {
        if (Figure.read(row.cell(i), true).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean namesPeriod(Place place) {
    for (Part part : place.around()) {
      boolean named = false;
      if (part instanceof Outline.Heading heading) {
        named = PERIOD.matcher(heading.text()).find();
      } else if (part instanceof Outline.Text text) {
        named = !text.times().isEmpty() || PERIOD.matcher(text.text()).find();
      } else if (part instanceof Outline.Tabular tabular) {
        named = namesPeriod(tabular.table());
      }
      if (named) {
        return true;
      }
    }
    return PERIOD.matcher(place.outline().title()).find();
  }

  private static boolean namesPeriod(PageTable table) {
    return PERIOD.matcher(table.caption()).find()
        || table.heads().stream().anyMatch(head -> PERIOD.matcher(head.text()).find())
        || table.rows().stream().limit(100).anyMatch(row -> PERIOD.matcher(row.cell(0)).find());
  }

  // Channels, maps, links

  private boolean channel(Element element, List<Place> places, On on) {
    Set<Way.Kind> wanted = wanted(element);
    Set<Way> ways = new LinkedHashSet<>();
    for (Place place : places) {
      if (place.isRead()) {
        ways(place, ways);
      } else if (place.isElsewhere()) {
        ways.add(Way.web(place.href()));
      } else {
        Way.of(place.href()).ifPresent(ways::add);
      }
    }
    ways.removeIf(way -> !wanted.contains(way.kind()));
    Words hint =
        Words.of(
            "เพิ่มลิงก์ เช่น [0 0000 0000](tel:000000000), <ชื่อ@example.go.th> หรือลิงก์ไปแบบฟอร์ม",
            "add links such as [0 0000 0000](tel:000000000), <name@example.go.th> or one to a form");
    if (ways.isEmpty()) {
      Words kind = kind(wanted);
      empty(element, places, on, Words.of("ไม่มี" + kind.th(), "there is no " + kind.en()), hint);
      return false;
    }
    if (ways.size() < element.atLeast()) {
      empty(
          element,
          places,
          on,
          Words.of(
              "มีเพียง " + ways.size() + " ช่องทาง ต้องมีอย่างน้อย " + element.atLeast(),
              "there are " + ways.size() + " ways where " + element.atLeast() + " are asked"),
          hint);
      return false;
    }
    if (element.separate() && general.containsAll(ways)) {
      String named = ways.stream().map(Way::to).collect(Collectors.joining(", "));
      empty(
          element,
          places,
          on,
          Words.of(
              "มีแต่ช่องทางติดต่อทั่วไปของหน่วยงาน (" + named + ")",
              "there are only the body's general channels (" + named + ")"),
          Words.of(
              "ใช้อีเมล หมายเลข หรือแบบฟอร์มที่แยกไว้สำหรับเรื่องนี้โดยเฉพาะ",
              "use an address, a number or a form kept for this alone"));
      return false;
    }
    return true;
  }

  private void ways(Place place, Set<Way> ways) {
    String page = place.outline().page();
    for (Part part : place.parts()) {
      if (part instanceof Outline.Link link) {
        Optional<Way> own = Way.of(link.href());
        if (own.isPresent()) {
          ways.add(own.get());
          continue;
        }
        Targets.Target target = targets.of(page, link.href());
        if (target.kind() == Targets.Target.Kind.EXTERNAL) {
          ways.add(Way.web(link.href()));
        } else if (target.kind() == Targets.Target.Kind.INTERNAL
            && target.stands()
            && isPage(target.file())
            && !target.file().equals(page)
            && hasForm(target.file())) {
          ways.add(new Way(Way.Kind.FORM, target.file()));
        }
      } else if (part instanceof Outline.Form) {
        ways.add(new Way(Way.Kind.FORM, page));
      } else if (part instanceof Outline.Text text) {
        ways.addAll(Way.in(text.text()));
      } else if (part instanceof Outline.Tabular tabular) {
        tabular.table().rows().stream()
            .limit(100)
            .forEach(row -> row.cells().forEach(cell -> ways.addAll(Way.in(cell))));
      }
    }
  }

  private boolean hasForm(String page) {
    Outline outline = outlines.apply(page);
    return outline != null
        && outline.in(outline.whole()).stream().anyMatch(Outline.Form.class::isInstance);
  }

  /** What an element's name asks for: a telephone is no e-mail address, nor is it online. */
  private static Set<Way.Kind> wanted(Element element) {
    List<String> words = List.of(element.id().toLowerCase(Locale.ROOT).split("-"));
    if (words.contains("phone") || words.contains("telephone") || words.contains("fax")) {
      return Set.of(Way.Kind.PHONE);
    }
    if (words.contains("email") || words.contains("mail")) {
      return Set.of(Way.Kind.MAIL);
    }
    return words.contains("online") || ONLINE.matcher(element.text()).find()
        ? Set.of(Way.Kind.MAIL, Way.Kind.WEB, Way.Kind.FORM)
        : Set.of(Way.Kind.values());
  }

  private static Words kind(Set<Way.Kind> wanted) {
    if (wanted.equals(Set.of(Way.Kind.PHONE))) {
      return Words.of("หมายเลขโทรศัพท์", "telephone number");
    }
    if (wanted.equals(Set.of(Way.Kind.MAIL))) {
      return Words.of("อีเมล", "e-mail address");
    }
    return wanted.contains(Way.Kind.PHONE)
        ? Words.of("ช่องทางที่ใช้ติดต่อได้", "way to reach the body")
        : Words.of("ช่องทางออนไลน์ที่ใช้ได้", "way to reach the body online");
  }

  private boolean map(Element element, List<Place> places, On on) {
    for (Place place : places) {
      if (!place.isRead()) {
        if (place.isElsewhere() || evidence.opens(place.target().file())) {
          return true;
        }
        continue;
      }
      for (Part part : place.parts()) {
        boolean map =
            part instanceof Outline.Picture
                || part instanceof Outline.Drawing
                || part instanceof Outline.Link link
                    && (MAP.matcher(link.href()).find() || MAP.matcher(link.text()).find())
                    && leadsAway(place, link.href());
        if (map) {
          return true;
        }
      }
    }
    empty(
        element,
        places,
        on,
        Words.of("ไม่มีแผนที่", "there is no map"),
        Words.of(
            "วางภาพแผนที่ เช่น ![แผนที่ตั้ง …](map.png) หรือลิงก์ไปแผนที่ออนไลน์",
            "place a picture of the map, such as ![how to find us …](map.png), or link to one"));
    return false;
  }

  private boolean link(Element element, List<Place> places, On on) {
    for (Place place : places) {
      boolean own = place.isRead() && place.outline().page().equals(on.page.page());
      if (!own) {
        return true; // the place itself is a link that works
      }
      for (Part part : place.parts()) {
        if (part instanceof Outline.Link link && leadsAway(place, link.href())) {
          return true;
        }
      }
    }
    empty(
        element,
        places,
        on,
        Words.of("ไม่มีลิงก์ที่ใช้ได้", "there is no link that works"),
        Words.of(
            "ใส่ลิงก์ไปยังหน้าหรือระบบนั้น เช่น [เปิดบริการ](…) หรือชี้ elements: ไปที่หน้านั้นเลย",
            "link to the page or service, such as [open](…), or name it in 'elements:' itself"));
    return false;
  }

  /** Whether a link works and leads somewhere else. */
  private boolean leadsAway(Place place, String href) {
    Targets.Target target = targets.of(place.outline().page(), href);
    return switch (target.kind()) {
      case EXTERNAL -> target.stands();
      case INTERNAL -> target.stands() && !place.outline().page().equals(target.file());
      case OTHER -> Way.of(href).isPresent();
      case UNDECIDED -> true;
      case MALFORMED -> false;
    };
  }
}
