package th.oit.ita;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.NearMatch;

/** The body's own name: whether it is there, written one way, and no other body's. */
final class BodyNameCheck {
  private static final String LONG =
      "องค์การบริหารส่วนตำบล|องค์การบริหารส่วนจังหวัด|เทศบาลตำบล|เทศบาลเมือง|เทศบาลนคร";
  private static final Pattern NAMED =
      Pattern.compile("(?:" + LONG + "|(?<![ก-๎])(?:อบต|ทต|ทม|ทน|อบจ)\\.)([ก-๎]{2,60})");
  private static final Pattern BLANK = Pattern.compile("(?:" + LONG + ")[\\s.…_-]*");
  private static final Pattern KIND = Pattern.compile("^(?:" + LONG + ")");

  /** Words that follow the kind of body in a sentence, and are no name. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "^(?:ทุก|และ|หรือ|ที่|ใน|ของ|จะ|ได้|มี|ต้อง|ควร|เป็น|ให้|โดย|เพื่อ|ซึ่ง|อื่น|นี้|นั้น|ไม่|ขนาด|ตาม"
              + "|กับ|จำนวน|พ\\.ศ|หลาย|แต่ละ|ทั้ง|ยัง|แห่ง|ว่า|จาก|ดังกล่าว|สามารถ|ร่วม|ดำเนิน|จัด|รับ|เรื่อง|พนักงาน"
              + "|สมาชิก|ข้อบัญญัติ|เอง|ด้วย|แล้ว|ก็|คือ|ระดับ|ต่าง|ใกล้|ข้าง)");

  private BodyNameCheck() {}

  /** A name as written, with whatever stands behind it without a space. */
  private record Named(String run, Source at) {}

  static void check(Draft draft, Optional<String> body, Findings findings) {
    List<Named> all = new ArrayList<>();
    for (Draft.Line line : draft.lines()) {
      Matcher matcher = NAMED.matcher(line.plain());
      while (matcher.find()) {
        if (!NO_NAME.matcher(matcher.group(1)).find()) {
          all.add(new Named(matcher.group(1), draft.at(line, matcher.start(1))));
        }
      }
    }
    String ours = body.map(name -> KIND.matcher(name).replaceFirst("").strip()).orElse("");
    boolean spoken =
        !ours.isEmpty()
            && all.stream()
                .anyMatch(
                    one -> one.run().startsWith(ours) || variant(one.run(), ours).isPresent());
    String own = spoken ? ours : mostUsed(all);
    if (!ours.isEmpty() && !spoken && !all.isEmpty()) {
      Named first = all.get(0);
      DraftCheck.add(
          findings,
          draft,
          first.at(),
          Finding.of(
                  Rule.ITA_AGENCY,
                  "ข้อความนี้ไม่กล่าวถึง \""
                      + ours
                      + "\" ตามชื่อใน site-config.yml เลย แต่กล่าวถึง \""
                      + own
                      + "\"",
                  "the text never names '" + ours + "' of site-config.yml, but '" + own + "'")
              .about(own)
              .hint(
                  "ถ้าคัดลอกมาจากรายงานของหน่วยงานอื่น ให้แก้ทั้งชื่อและข้อความ",
                  "if it was copied from another body's report, mend name and text"));
    }
    blank(draft, own, findings);
    if (own.isEmpty()) {
      return;
    }
    Map<String, List<Named>> variants = new LinkedHashMap<>();
    Map<String, List<Named>> foreign = new LinkedHashMap<>();
    for (Named named : all) {
      if (named.run().startsWith(own)) {
        continue;
      }
      Optional<String> variant = variant(named.run(), own);
      if (variant.isPresent()) {
        variants.computeIfAbsent(variant.get(), key -> new ArrayList<>()).add(named);
      } else {
        foreign.computeIfAbsent(named.run(), key -> new ArrayList<>()).add(named);
      }
    }
    String name = own;
    variants.forEach(
        (written, places) ->
            report(
                draft,
                places,
                Finding.of(
                        Rule.ITA_AGENCY,
                        "ชื่อหน่วยงานเขียนว่า \""
                            + written
                            + "\" ที่อื่นเขียนว่า \""
                            + name
                            + "\""
                            + times(places, " (", " แห่ง)"),
                        "the body is called '"
                            + written
                            + "' here and '"
                            + name
                            + "' elsewhere"
                            + times(places, " (", " places)"))
                    .about(written)
                    .hint(
                        "เขียนชื่อหน่วยงานให้เหมือนกันทุกแห่ง",
                        "write the name one way throughout"),
                findings));
    foreign.forEach(
        (written, places) ->
            report(
                draft,
                places,
                Finding.of(
                        Rule.ITA_AGENCY,
                        "กล่าวถึง \""
                            + written
                            + "\" ซึ่งไม่ใช่หน่วยงานของรายงานนี้ (\""
                            + name
                            + "\")",
                        "'" + written + "' is not the body of this report ('" + name + "')")
                    .about(written)
                    .hint(
                        "ถ้าคัดลอกมาจากรายงานของหน่วยงานอื่น ให้แก้ทั้งชื่อและข้อความ",
                        "if it was copied from another body's report, mend name and text"),
                findings));
  }

  private static String times(List<Named> places, String before, String after) {
    return places.size() < 2 ? "" : before + places.size() + after;
  }

  private static void report(Draft draft, List<Named> places, Finding finding, Findings findings) {
    DraftCheck.add(findings, draft, places.get(0).at(), finding);
  }

  /** The run that most others begin with; the shorter of two that are as frequent. */
  private static String mostUsed(List<Named> all) {
    String best = "";
    int most = 0;
    for (Named candidate : all) {
      String run = candidate.run();
      int count = 0;
      for (Named other : all) {
        if (other.run().startsWith(run)) {
          count++;
        }
      }
      if (count > most || count == most && run.length() < best.length()) {
        best = run;
        most = count;
      }
    }
    return best;
  }

  /** How a run writes the own name, when it does so with a letter or two amiss. */
  private static Optional<String> variant(String run, String own) {
    int allowed = own.length() <= 4 ? 1 : 2;
    String best = null;
    int nearest = allowed + 1;
    for (int length = own.length() - 1; length <= own.length() + 1; length++) {
      if (length > run.length() || length < 2) {
        continue;
      }
      String start = run.substring(0, length);
      int distance = NearMatch.distance(start, own);
      // What is near must begin alike, lest every short name be a variant of every other.
      if (distance <= Math.min(nearest, allowed) && start.charAt(0) == own.charAt(0)) {
        nearest = distance;
        best = start;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The kind of body alone in a line: a form in which nobody filled in the name. */
  private static void blank(Draft draft, String own, Findings findings) {
    for (int i = 0; i < draft.lines().size(); i++) {
      Draft.Line line = draft.lines().get(i);
      String text = line.plain().strip();
      if (line.isRow() || !BLANK.matcher(text).matches()) {
        continue;
      }
      String next = i + 1 < draft.lines().size() ? draft.lines().get(i + 1).plain().strip() : "";
      if (own.isEmpty() || !next.startsWith(own)) {
        DraftCheck.add(
            findings,
            draft,
            draft.at(line, Math.max(0, line.plain().indexOf(text))),
            Finding.of(
                    Rule.ITA_AGENCY,
                    "ไม่ได้กรอกชื่อหน่วยงานหลัง \"" + text + "\"",
                    "no name stands behind '" + text + "'")
                .about(text)
                .hint("กรอกชื่อหน่วยงาน", "fill in the body's name"));
      }
    }
  }
}
