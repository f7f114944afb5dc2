package th.oit.ita;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.catalog.Item;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;
import th.oit.text.Folding;
import th.oit.text.ItemCode;
import th.oit.text.NearMatch;

/** Codes of items: how they are written, and whether the year has them. */
final class CodeCheck {
  private static final Pattern LETTER =
      Pattern.compile("(?<![A-Za-z0-9ก-๎./_-])[Oo]\\s?0?([1-9]\\d?)(?![\\dA-Za-z]|\\.\\d)");
  private static final Pattern SECOND =
      Pattern.compile("(?<=\\d)\\s?[-–]\\s?[Oo]\\s?0?([1-9]\\d?)(?![\\dA-Za-z])");
  private static final Pattern ZERO_AFTER_WORD =
      Pattern.compile("ข้อ(?:ที่)?\\s*(0\\d{1,2})(?![\\d/:.-])");
  private static final Pattern ZERO_RANGE =
      Pattern.compile("(?:ข้อ(?:ที่)?|\\()\\s*(0[1-9]\\d?)\\s?[-–]\\s?(0[1-9]\\d?)(?![\\d/:.-])");
  private static final Pattern ZERO_IN_BRACKETS = Pattern.compile("\\(\\s*(0[1-9]\\d?)\\s*\\)");
  private static final Pattern ZERO_MIXED =
      Pattern.compile("(?<![\\d๐-๙])0([๐-๙]{1,2})(?![\\d๐-๙])");
  private static final Pattern ONE_MIXED = Pattern.compile("ข้อ\\s*1([๐-๙]{1,2})(?![\\d๐-๙])");

  private CodeCheck() {}

  /** A code at its place. */
  private record Cited(ItemCode code, Source at) {}

  static void codes(Draft draft, Catalog catalog, Findings findings) {
    List<Cited> cited = new ArrayList<>();
    Map<Source, String> zeros = new LinkedHashMap<>();
    for (Draft.Line line : draft.lines()) {
      collect(LETTER, line.plain(), line, draft, cited);
      collect(SECOND, line.plain(), line, draft, cited);
      zeros(line, draft, zeros, cited);
      Matcher one = ONE_MIXED.matcher(line.raw());
      while (one.find()) {
        String right = "I" + Draft.plain(one.group(1));
        DraftCheck.add(
            findings,
            draft,
            draft.at(line, one.start()),
            Finding.of(
                    Rule.ITA_CODE_SPELLING,
                    "\"" + one.group() + "\" น่าจะเป็นข้อ " + right,
                    "'" + one.group() + "' most likely means " + right)
                .about(one.group())
                .hint(
                    "พิมพ์อักษร I แทนเลข 1 หน้าเลขข้อของแบบวัด IIT",
                    "write the letter I, not the digit 1, before a question of IIT"));
      }
    }
    if (!zeros.isEmpty()) {
      Source first = zeros.keySet().iterator().next();
      List<String> all = zeros.values().stream().distinct().toList();
      String right = "O" + Integer.parseInt(Draft.plain(all.get(0)));
      DraftCheck.add(
          findings,
          draft,
          first,
          Finding.of(
                  Rule.ITA_CODE_SPELLING,
                  "รหัสข้อเขียนด้วยเลขศูนย์แทนอักษร O: " + DraftCheck.some(all),
                  "codes with a zero in place of the letter O: " + DraftCheck.some(all))
              .about(all.get(0))
              .hint("เขียนเป็นอักษร เช่น " + right, "write the letter, such as " + right));
    }
    unknown(cited, draft, catalog, findings);
  }

  private static void collect(
      Pattern pattern, String text, Draft.Line line, Draft draft, List<Cited> cited) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      cited.add(
          new Cited(
              new ItemCode(Integer.parseInt(matcher.group(1))), draft.at(line, matcher.start())));
    }
  }

  private static void zeros(
      Draft.Line line, Draft draft, Map<Source, String> zeros, List<Cited> cited) {
    for (Pattern pattern : List.of(ZERO_AFTER_WORD, ZERO_RANGE, ZERO_IN_BRACKETS)) {
      Matcher matcher = pattern.matcher(line.plain());
      while (matcher.find()) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
          zero(matcher.group(group), draft.at(line, matcher.start(group)), zeros, cited);
        }
      }
    }
    Matcher mixed = ZERO_MIXED.matcher(line.raw());
    while (mixed.find()) {
      zero("0" + Draft.plain(mixed.group(1)), draft.at(line, mixed.start()), zeros, cited);
    }
  }

  private static void zero(
      String written, Source at, Map<Source, String> zeros, List<Cited> cited) {
    int number = Integer.parseInt(written);
    if (number > 0 && zeros.putIfAbsent(at, written) == null) {
      cited.add(new Cited(new ItemCode(number), at));
    }
  }

  private static void unknown(List<Cited> cited, Draft draft, Catalog catalog, Findings findings) {
    List<Cited> unknown = cited.stream().filter(one -> catalog.item(one.code()).isEmpty()).toList();
    if (unknown.isEmpty()) {
      return;
    }
    TreeSet<ItemCode> codes = new TreeSet<>();
    unknown.forEach(one -> codes.add(one.code()));
    String all = DraftCheck.some(codes.stream().map(ItemCode::toString).toList());
    int last = catalog.items().stream().mapToInt(item -> item.code().number()).max().orElse(0);
    String years =
        CatalogReader.bundledYears().stream()
            .filter(
                year ->
                    codes.stream()
                        .allMatch(
                            code ->
                                CatalogReader.bundled(year).orElseThrow().item(code).isPresent()))
            .map(FiscalYear::toString)
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    Source at = unknown.stream().map(Cited::at).min(Source::compareTo).orElseThrow();
    DraftCheck.add(
        findings,
        draft,
        at,
        Finding.of(
                Rule.ITA_ITEM_CODE,
                "รายการปี "
                    + catalog.year()
                    + " มีถึง O"
                    + last
                    + " ไม่มี "
                    + all
                    + (years.isEmpty() ? "" : " (มีในรายการปี " + years + ")"),
                "the list of "
                    + catalog.year()
                    + " ends at O"
                    + last
                    + " and has no "
                    + all
                    + (years.isEmpty() ? "" : " (those of " + years + " do)"))
            .about(codes.first().toString())
            .hint(
                "ใช้เลขข้อของปีที่รายงาน ดูด้วย oit catalog " + catalog.year(),
                "cite the items of the reported year, see: oit catalog " + catalog.year()));
  }

  /** Codes that stand beside names which another year gives them. */
  static void names(Draft draft, ScoreReport stated, Catalog catalog, Findings findings) {
    List<ScoreReport.Question> items =
        stated.questions().stream()
            .filter(question -> question.id().startsWith("O") && question.text() != null)
            .toList();
    long here = fitting(items, catalog);
    long wrong = items.size() - here;
    if (wrong < 3) {
      return;
    }
    FiscalYear best = null;
    long most = here;
    for (FiscalYear year : CatalogReader.bundledYears()) {
      long fits = fitting(items, CatalogReader.bundled(year).orElseThrow());
      if (fits > most) {
        best = year;
        most = fits;
      }
    }
    if (best == null) {
      return;
    }
    ScoreReport.Question first =
        items.stream().filter(item -> !fits(item, catalog)).findFirst().orElseThrow();
    DraftCheck.add(
        findings,
        draft,
        first.at(),
        Finding.of(
                Rule.ITA_ITEM_CODE,
                "ชื่อข้อ "
                    + wrong
                    + " จาก "
                    + items.size()
                    + " ข้อไม่ตรงกับรายการปี "
                    + catalog.year()
                    + " แต่ตรงกับรายการปี "
                    + best
                    + " ("
                    + most
                    + " ข้อ)",
                wrong
                    + " of "
                    + items.size()
                    + " item names are not those of "
                    + catalog.year()
                    + "; "
                    + most
                    + " are those of "
                    + best)
            .about(first.id())
            .hint(
                "ตรวจว่ารายงานเป็นผลของปีใด แล้วใช้รายการข้อของปีนั้น",
                "see which year the result is of, and use that year's list"));
  }

  private static long fitting(List<ScoreReport.Question> items, Catalog catalog) {
    return items.stream().filter(item -> fits(item, catalog)).count();
  }

  private static boolean fits(ScoreReport.Question question, Catalog catalog) {
    Optional<String> name =
        ItemCode.parse(question.id()).flatMap(catalog::item).map(Item::name).map(Folding::key);
    if (name.isEmpty()) {
      return false;
    }
    String written = Folding.key(question.text());
    String own = name.get();
    return own.startsWith(written)
        || written.startsWith(own)
        || NearMatch.distance(own, written) <= Math.max(2, own.length() / 5);
  }
}
