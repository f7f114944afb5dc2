package th.oit.ita;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;

/** How a text is written: digits, leftovers of HTML, words often misspelt, names of instruments. */
final class SpellingCheck {
  private static final Pattern MIXED =
      Pattern.compile("(?<![0-9๐-๙])(?:[0-9]+[๐-๙]|[๐-๙]+[0-9])[0-9๐-๙]*");
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?(?:p|br|ul|ol|li|i|b|u|em|strong|span|div|font|td|tr|th|table)\\b[^<>]{0,200}>");
  private static final Pattern DOUBLED = Pattern.compile("([่-๋])\\1|([ิ-ู])\\2|์์");
  private static final Pattern INSTRUMENT =
      Pattern.compile(
          "แบบ(?:วัด|ตรวจ|สำรวจ)((?:(?!แบบวัด|แบบตรวจ|แบบสำรวจ)[^\\n]){1,150}?)[(:]\\s*(IIT|EIT|OIT)\\s*\\)");

  /** What each instrument's name must say, and what only another's says. */
  private static final Map<String, Pattern> NAMES =
      Map.of(
          "IIT", Pattern.compile("ภายใน|Internal"),
          "EIT", Pattern.compile("ภายนอก|External"),
          "OIT", Pattern.compile("เปิดเผย|Open"));

  /** Misspellings as patterns, and what is meant. */
  private static final Map<Pattern, String> TYPOS = new LinkedHashMap<>();

  static {
    typo("กล้องรับ(?=ความ|เรื่อง|ฟัง|ข้อ)", "กล่องรับ");
    typo("เว็ป", "เว็บ");
    typo("เว็บไซด์|เวปไซต์|เวบไซต์|เว๊ปไซต์|เวปไซด์", "เว็บไซต์");
    typo("อินเตอร์เน็ต|อินเตอร์เนต|อินเทอร์เนต", "อินเทอร์เน็ต");
    typo("อัพเดท|อัพเดต|อัปเดท", "อัปเดต");
    typo("อัพโหลด", "อัปโหลด");
    typo("บุคคลกร|บุคคลากร", "บุคลากร");
    typo("จิตสำนัก(?!งาน)", "จิตสำนึก");
    typo("คลอบคลุม", "ครอบคลุม");
    typo("อนุญาติ", "อนุญาต");
    typo("สัมนา", "สัมมนา");
    typo("ลายเซ็นต์", "ลายเซ็น");
    typo("กริยาสุภาพ|กริยามารยาท", "กิริยา…");
    typo("สังเกตุ", "สังเกต");
    typo("ศูนญ์", "ศูนย์");
    typo("โควต้า", "โควตา");
  }

  private SpellingCheck() {}

  private static void typo(String wrong, String right) {
    TYPOS.put(Pattern.compile(wrong), right);
  }

  static void check(Draft draft, Findings findings) {
    markup(draft, findings);
    for (Draft.Line line : draft.lines()) {
      digits(draft, line, findings);
      instruments(draft, line, findings);
    }
    typos(draft, findings);
  }

  private static void digits(Draft draft, Draft.Line line, Findings findings) {
    Matcher mixed = MIXED.matcher(line.raw());
    while (mixed.find()) {
      // A code that begins with a zero or a one has a finding of its own, which says more.
      boolean code =
          mixed.group().charAt(0) == '0'
              || line.raw().substring(0, mixed.start()).stripTrailing().endsWith("ข้อ");
      if (code) {
        continue;
      }
      DraftCheck.add(
          findings,
          draft,
          draft.at(line, mixed.start()),
          Finding.of(
                  Rule.ITA_DIGITS,
                  "\"" + mixed.group() + "\" มีทั้งเลขไทยและเลขอารบิก",
                  "'" + mixed.group() + "' mixes Thai and Arabic digits")
              .about(mixed.group())
              .hint("ใช้เลขชุดเดียวกันทั้งคำ", "use one kind of digits"));
    }
  }

  private static void markup(Draft draft, Findings findings) {
    // In Markdown, HTML is a way to write; in YAML a value is text, in any other text it is left.
    if (draft.file().endsWith(".md")) {
      return;
    }
    int count = 0;
    Source first = null;
    String tag = "";
    for (Draft.Line line : draft.lines()) {
      Matcher matcher = MARKUP.matcher(line.raw());
      while (matcher.find()) {
        if (first == null) {
          first = draft.at(line, matcher.start());
          tag = matcher.group();
        }
        count++;
      }
    }
    if (first != null) {
      DraftCheck.add(
          findings,
          draft,
          first,
          Finding.of(
                  Rule.ITA_MARKUP,
                  "มีรหัส HTML ปนในข้อความ " + count + " แห่ง แห่งแรกคือ " + tag,
                  "HTML is left in the text in " + count + " places, the first is " + tag)
              .about(tag)
              .hint("ลบรหัสในเครื่องหมาย < > ออก", "remove what stands in < >"));
    }
  }

  private static void typos(Draft draft, Findings findings) {
    TYPOS.forEach((wrong, right) -> typo(draft, wrong, right, findings));
    for (Draft.Line line : draft.lines()) {
      Matcher doubled = DOUBLED.matcher(line.plain());
      if (doubled.find()) {
        DraftCheck.add(
            findings,
            draft,
            draft.at(line, doubled.start()),
            Finding.of(
                    Rule.ITA_TYPO,
                    "มีวรรณยุกต์หรือสระซ้ำกันสองตัว",
                    "a tone mark or vowel is typed twice")
                .hint("ลบออกหนึ่งตัว", "delete one of them"));
      }
    }
  }

  private static void typo(Draft draft, Pattern wrong, String right, Findings findings) {
    Source first = null;
    String written = "";
    int count = 0;
    for (Draft.Line line : draft.lines()) {
      Matcher matcher = wrong.matcher(line.plain());
      while (matcher.find()) {
        if (first == null) {
          first = draft.at(line, matcher.start());
          written = matcher.group();
        }
        count++;
      }
    }
    if (first != null) {
      DraftCheck.add(
          findings,
          draft,
          first,
          Finding.of(
                  Rule.ITA_TYPO,
                  "\""
                      + written
                      + "\" น่าจะเป็น \""
                      + right
                      + "\""
                      + (count > 1 ? " (" + count + " แห่ง)" : ""),
                  "'"
                      + written
                      + "' most likely means '"
                      + right
                      + "'"
                      + (count > 1 ? " (" + count + " places)" : ""))
              .about(written)
              .hint("ตรวจคำสะกด", "check the spelling"));
    }
  }

  private static void instruments(Draft draft, Draft.Line line, Findings findings) {
    Matcher matcher = INSTRUMENT.matcher(line.plain());
    while (matcher.find()) {
      String name = matcher.group(1);
      String id = matcher.group(2);
      List<String> says =
          NAMES.entrySet().stream()
              .filter(entry -> entry.getValue().matcher(name).find())
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      if (!says.isEmpty() && !says.contains(id)) {
        DraftCheck.add(
            findings,
            draft,
            draft.at(line, matcher.start()),
            Finding.of(
                    Rule.ITA_INSTRUMENT,
                    "ชื่อแบบวัดเป็นของ " + says.get(0) + " แต่อักษรย่อเขียนว่า " + id,
                    "the name is that of " + says.get(0) + ", the letters say " + id)
                .about(id)
                .hint(
                    "IIT = ผู้มีส่วนได้ส่วนเสียภายใน, EIT = ผู้มีส่วนได้ส่วนเสียภายนอก, OIT = การเปิดเผยข้อมูลสาธารณะ",
                    "IIT is of those inside, EIT of those outside, OIT of disclosure"));
      }
    }
  }
}
