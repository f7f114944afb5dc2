package th.oit.readiness;

import java.time.LocalDate;
import java.util.Locale;
import th.oit.catalog.Confidence;
import th.oit.check.ItemVerdict;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/** The turns of phrase that all formats share, in one language. */
record Phrases(Language language) {
  String say(String th, String en) {
    return language == Language.TH ? th : en;
  }

  String say(Words words) {
    return words.in(language);
  }

  String day(LocalDate day) {
    return language == Language.TH ? ThaiDate.longForm(day) : day.toString();
  }

  String left(long days) {
    return days >= 0
        ? say("เหลือ " + days + " วัน", days + (days == 1 ? " day left" : " days left"))
        : say("เลยมา " + -days + " วันแล้ว", -days + (days == -1 ? " day ago" : " days ago"));
  }

  String status(ItemVerdict.Status status) {
    return switch (status) {
      case PASS -> say("ผ่าน", "pass");
      case FAIL -> say("ยังไม่ผ่าน", "fail");
      case MISSING -> say("ยังไม่มีหน้า", "missing");
    };
  }

  String confidence(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> say("สูง", "high");
      case MEDIUM -> say("ปานกลาง", "medium");
      case LOW -> say("ต่ำ", "low");
    };
  }

  String nobody() {
    return say("(ยังไม่มีผู้รับผิดชอบ)", "(nobody yet)");
  }

  String department(Readiness readiness, String id) {
    return id == null ? nobody() : readiness.departmentName(id);
  }

  /** What the reader must know before relying on the forecast; empty when nothing. */
  String caution(Readiness readiness) {
    if (readiness.forecast().confidence() == Confidence.HIGH
        && readiness.catalog().checkedAgainstManual()) {
      return "";
    }
    String confidence = confidence(readiness.forecast().confidence());
    return readiness.catalog().checkedAgainstManual()
        ? say(
            "คะแนนนี้เป็นประมาณการ ความเชื่อมั่นของการแบ่งตัวชี้วัดและน้ำหนัก: " + confidence,
            "an estimate; confidence in the boundaries and weights: " + confidence)
        : say(
            "คะแนนนี้เป็นประมาณการ รายการของปีนี้ยังไม่ได้เทียบกับคู่มือฉบับทางการ"
                + " (ความเชื่อมั่นของการแบ่งตัวชี้วัดและน้ำหนัก: "
                + confidence
                + ")",
            "an estimate: this year's list was not compared with the official manual"
                + " (confidence in the boundaries and weights: "
                + confidence
                + ")");
  }

  static String score(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static String weight(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
