package th.oit.catalog;

import java.util.Locale;
import th.oit.text.Words;

/** What kind of thing at the place satisfies an element. */
public enum ElementKind {
  TEXT("ข้อความ", "text"),
  PEOPLE("รายชื่อบุคคล", "people"),
  DOCUMENT("เอกสาร", "document"),
  TABLE("ตาราง", "table"),
  STATISTIC("สถิติ", "statistic"),
  CHANNEL("ช่องทาง", "channel"),
  MAP("แผนที่", "map"),
  LOG("รายการตามวันที่", "dated log"),
  LINK("ลิงก์", "link");

  private final Words words;

  ElementKind(String th, String en) {
    this.words = new Words(th, en);
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name shown to people. */
  public Words words() {
    return words;
  }
}
