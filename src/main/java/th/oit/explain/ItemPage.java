package th.oit.explain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import th.oit.catalog.Catalog;
import th.oit.catalog.Column;
import th.oit.catalog.Confidence;
import th.oit.catalog.Element;
import th.oit.catalog.ElementKind;
import th.oit.catalog.Item;
import th.oit.text.Language;
import th.oit.text.Words;

/** What a list says of an item, for a person who has to make its page. */
public final class ItemPage {
  private final Catalog catalog;
  private final Item item;
  private final Language language;
  private final UnaryOperator<String> bold;
  private final StringBuilder out = new StringBuilder();

  private ItemPage(Catalog catalog, Item item, Language language, UnaryOperator<String> bold) {
    this.catalog = catalog;
    this.item = item;
    this.language = language;
    this.bold = bold;
  }

  /**
   * Tells of an item.
   *
   * @param bold writes a heading
   */
  public static String plain(
      Catalog catalog, Item item, Language language, UnaryOperator<String> bold) {
    return new ItemPage(catalog, item, language, bold).write();
  }

  private String write() {
    Catalog.Place place = catalog.placeOf(item.code()).orElseThrow();
    heading(item.code() + " " + item.name());
    line(
        say("ปี ", "year ")
            + catalog.year()
            + "  "
            + place.indicator().name()
            + " › "
            + place.sub().name());
    Optional<Words> period = item.period().wordsFor(catalog.year());
    line(
        say("ข้อมูลของช่วงเวลา: ", "data of: ")
            + period
                .map(words -> words.in(language))
                .orElse(say("ไม่ได้กำหนด", "no period is named")));
    line(
        say("รอบปรับปรุง: ", "to be renewed: ")
            + (item.every() == null
                ? say("ไม่ได้กำหนด", "no rhythm is named")
                : item.every().words().in(language)));
    line(
        say("ถ้าปีนี้ไม่มี: ", "if there was none: ")
            + (item.noneAllowed()
                ? say(
                    "ตอบว่าไม่มีได้ (status: none พร้อม reason:)",
                    "'status: none' with a 'reason:' may be answered")
                : say("ตอบว่าไม่มีไม่ได้", "'none' cannot be answered")));
    sureness();
    elements();
    lost();
    example();
    return out.toString();
  }

  private void sureness() {
    line(
        say("ความเชื่อมั่น: เลขและชื่อข้อ ", "how sure: number and name ")
            + confidence(item.confidence())
            + say(", องค์ประกอบ ", ", elements ")
            + confidence(item.elementsConfidence()));
    if (!item.source().isEmpty()) {
      line(say("ที่มา: ", "source: ") + item.source());
    }
    if (!catalog.checkedAgainstManual()) {
      line(
          say(
              "รายการนี้ยังไม่ได้เทียบกับคู่มือฉบับทางการ โปรดตรวจกับคู่มือของปีนั้นก่อนใช้",
              "this list was NOT checked against the official manual; compare before relying on it"));
    }
    line("");
  }

  private void elements() {
    heading(say("ต้องแสดงอะไร", "What it must show"));
    for (Element element : item.elements()) {
      line(
          (element.required() ? "  * " : "  - ")
              + element.text()
              + (element.required() ? "" : say(" (ไม่บังคับ)", " (optional)")));
      line("      " + element.id() + ": " + element.kind().words().in(language) + asked(element));
      if (!element.note().isEmpty()) {
        line("      " + say("หมายเหตุ: ", "note: ") + element.note());
      }
      for (Column column : element.columns()) {
        line(
            "        "
                + say("คอลัมน์ ", "column ")
                + column.label()
                + " ("
                + column.id()
                + ", "
                + type(column.type()).in(language)
                + ")");
      }
    }
    line("");
  }

  private String asked(Element element) {
    String asked = "";
    if (element.atLeast() > 1) {
      asked += say(" อย่างน้อย " + element.atLeast(), ", at least " + element.atLeast());
    }
    if (element.separate()) {
      asked +=
          say(" แยกจากช่องทางติดต่อทั่วไปของหน่วยงาน", ", apart from the body's general channels");
    }
    return asked;
  }

  private void lost() {
    heading(say("เสียคะแนนเพราะอะไร", "Why points are lost"));
    line(
        say(
            "  ข้อหนึ่งได้เต็มหรือไม่ได้เลย ขาดองค์ประกอบเดียว เปิดไฟล์ไม่ได้ หรือหาไม่พบจากหน้าแรก ก็ไม่ได้คะแนนทั้งข้อ",
            "  An item scores in full or not at all: one element missing, one file that does not open, or"
                + " no way from the home page, and all of it is lost."));
    Set<ElementKind> kinds = EnumSet.noneOf(ElementKind.class);
    item.elements().stream()
        .filter(Element::required)
        .forEach(element -> kinds.add(element.kind()));
    for (ElementKind kind : kinds) {
      line("  - " + kind.words().in(language) + ": " + faults(kind).in(language));
    }
    if (!item.period().yearsFor(catalog.year()).isEmpty()) {
      line(
          say(
              "  - ปี: ข้อมูลหรือไฟล์เป็นของปีอื่น",
              "  - year: the data or a file are of another year"));
    }
    if (item.every() != null) {
      line(
          say(
              "  - ความเป็นปัจจุบัน: updated: เก่ากว่ารอบปรับปรุง (เตือน)",
              "  - freshness: 'updated:' is older than the rhythm allows (a warning)"));
    }
    line("");
  }

  private void example() {
    Example example = Example.of(catalog, item);
    heading(
        say("ตัวอย่างที่ผ่าน (เนื้อหาสมมติ)", "An example that passes (its content is made up)"));
    example
        .texts()
        .forEach(
            (file, text) -> {
              line("  " + file);
              text.lines().forEach(each -> line(each.isEmpty() ? "" : "    " + each));
              line("");
            });
    if (!example.files().isEmpty()) {
      line(say("  ไฟล์ที่ต้องวางไว้ด้วย", "  files to lay beside it"));
      example.files().forEach(file -> line("    " + file));
      line("");
    }
  }

  private static Words faults(ElementKind kind) {
    return switch (kind) {
      case TEXT ->
          Words.of(
              "มีแต่หัวข้อ หรือเขียนเพียงว่าอยู่ระหว่างจัดทำ",
              "a heading with nothing below it, or only 'in preparation'");
      case PEOPLE ->
          Words.of(
              "รายชื่อไม่ครบ ขาดตำแหน่ง รูปถ่าย หรือช่องทางติดต่อของคนใดคนหนึ่ง",
              "somebody's position, picture or contact is missing");
      case DOCUMENT ->
          Words.of(
              "ไฟล์ไม่มี เสีย ว่าง ต้องใช้รหัสผ่าน หรืออยู่บนเว็บไซต์อื่น",
              "the file is absent, damaged, empty, asks for a password, or is on another host");
      case TABLE ->
          Words.of(
              "ไม่มีตาราง ขาดคอลัมน์ คอลัมน์ว่าง หรือช่องกรอกผิดชนิด",
              "no table, a column missing or empty, or a cell of another kind");
      case STATISTIC ->
          Words.of(
              "ไม่มีตัวเลข หรือไม่บอกว่าเป็นของช่วงเวลาใด",
              "no figures, or figures of no stated period");
      case CHANNEL ->
          Words.of(
              "ช่องทางกดไม่ได้ น้อยกว่าที่กำหนด หรือใช้ช่องทางทั่วไปแทน",
              "not a link that works, too few, or only the general channels");
      case MAP ->
          Words.of("ไม่มีภาพหรือลิงก์แผนที่", "neither a picture of a map nor a link to one");
      case LOG ->
          Words.of(
              "รายการไม่ลงวันที่ น้อยกว่าที่กำหนด ไม่ใช่ของช่วงเวลา หรือไม่มีคำตอบ",
              "entries without dates, too few, of another time, or unanswered");
      case LINK -> Words.of("ไม่มีลิงก์ หรือลิงก์เปิดไม่ได้", "no link, or one that does not open");
    };
  }

  private static Words type(Column.Type type) {
    return switch (type) {
      case TEXT -> Words.of("ข้อความ", "text");
      case MONEY -> Words.of("จำนวนเงิน", "money");
      case INTEGER -> Words.of("จำนวนนับ", "whole number");
      case PERCENT -> Words.of("ร้อยละ", "per cent");
      case DATE -> Words.of("วันที่", "date");
      case PERIOD -> Words.of("ช่วงเวลา", "period");
    };
  }

  private String confidence(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> say("สูง", "high");
      case MEDIUM -> say("ปานกลาง", "medium");
      case LOW -> say("ต่ำ", "low");
    };
  }

  private String say(String th, String en) {
    return language == Language.TH ? th : en;
  }

  private void heading(String text) {
    line(bold.apply(text));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
