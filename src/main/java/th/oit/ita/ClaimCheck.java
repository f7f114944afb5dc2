package th.oit.ita;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.catalog.Catalog;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Folding;

/** What a text claims about its scores: names, superlatives, and that weaknesses are answered. */
final class ClaimCheck {
  private static final Pattern HEADING =
      Pattern.compile("ตัวชี้วัดที่\\s*(\\d{1,2})\\s+([ก-๎][ก-๎\\s]{3,60})");
  private static final Pattern HIGHEST = Pattern.compile("สูงที่สุด|สูงสุด|มากที่สุด");
  private static final Pattern LOWEST = Pattern.compile("ต่ำที่สุด|ต่ำสุด|น้อยที่สุด");
  private static final Pattern OF_SCORE = Pattern.compile("(?:คะแนน|เฉลี่ย)[^\\n]{0,40}?$");
  private static final Pattern SECTION =
      Pattern.compile("^(?:ประเด็น|มาตรการ)(?:ที่)?\\s*(\\d{1,2})\\s+(.{6,120})$");
  private static final Pattern INDICATOR = Pattern.compile("ตัวชี้วัดที่\\s*(\\d{1,2})(?!\\d)");
  private static final Pattern QUESTION =
      Pattern.compile("^(?:ข้อ\\s*)?([IiEe])\\s?(\\d{1,2})\\s+[ก-๎]");
  private static final BigDecimal SLACK = new BigDecimal("0.005");

  private final Draft draft;
  private final ScoreReport stated;
  private final Scheme scheme;
  private final Results results;
  private final Map<Integer, BigDecimal> issues = new TreeMap<>();
  private final Map<Integer, BigDecimal> indicators = new TreeMap<>();
  private final Findings findings;

  private ClaimCheck(
      Draft draft, ScoreReport stated, Catalog catalog, Scheme scheme, Findings findings) {
    this.draft = draft;
    this.stated = stated;
    this.scheme = scheme;
    this.results = Results.of(stated, catalog, scheme);
    results.issues().forEach(issue -> issues.put(issue.number(), issue.mean()));
    results.ranking().forEach(rank -> indicators.putIfAbsent(rank.number(), rank.score()));
    this.findings = findings;
  }

  static void check(
      Draft draft, ScoreReport stated, Catalog catalog, Scheme scheme, Findings findings) {
    ClaimCheck check = new ClaimCheck(draft, stated, catalog, scheme, findings);
    check.headings();
    check.superlatives();
    check.answers();
    check.scores();
  }

  /** The same of the texts of a report, where it is known what each is about. */
  static void report(
      ScoreReport report, Draft yaml, Catalog catalog, Scheme scheme, Findings findings) {
    ClaimCheck check = new ClaimCheck(yaml, report, catalog, scheme, findings);
    check.headings();
    for (ScoreReport.Analysis analysis : report.analysis()) {
      check.claims(analysis.finding(), analysis.about(), analysis.at());
    }
    for (ScoreReport.Measure measure : report.measures()) {
      check.claims(measure.name(), measure.about(), measure.at());
      if (measure.details() != null) {
        check.claims(measure.details(), measure.about(), measure.at());
      }
    }
  }

  private void claims(String written, ScoreReport.About about, Source at) {
    int issue = about.issues().size() == 1 ? about.issues().get(0) : 0;
    String text = Draft.plain(written).replace('\n', ' ');
    claim(text, place -> at, HIGHEST, 1, issue);
    claim(text, place -> at, LOWEST, -1, issue);
  }

  private void headings() {
    for (Draft.Line line : draft.lines()) {
      for (Draft.Cell cell : line.cells()) {
        Matcher matcher = HEADING.matcher(cell.text());
        while (matcher.find()) {
          int number = Integer.parseInt(matcher.group(1));
          boolean alone = matcher.start() == 0 && matcher.end() == cell.text().length();
          if (scheme.indicator(number).isPresent()) {
            ScoreReportCheck.nameOf(
                number,
                matcher.group(2).strip(),
                draft.at(line, cell.column() - 1 + matcher.start()),
                scheme,
                findings,
                alone);
          }
        }
      }
    }
  }

  private void superlatives() {
    int issue = 0;
    for (Draft.Line line : draft.lines()) {
      for (Draft.Cell cell : line.cells()) {
        Matcher section = SECTION.matcher(cell.text());
        if (section.matches()) {
          issue = isIssue(section) ? Integer.parseInt(section.group(1)) : 0;
          continue;
        }
        IntFunction<Source> at = place -> draft.at(line, cell.column() - 1 + place);
        claim(cell.text(), at, HIGHEST, 1, issue);
        claim(cell.text(), at, LOWEST, -1, issue);
      }
    }
  }

  /** Whether a heading is that of an issue, were it over the measures that answer it. */
  private boolean isIssue(Matcher section) {
    if (section.group().startsWith("ประเด็น")) {
      return true;
    }
    String written = Folding.key(section.group(2));
    return scheme
        .issue(Integer.parseInt(section.group(1)))
        .map(known -> Folding.key(known.name()))
        .filter(name -> name.contains(written) || written.contains(name))
        .isPresent();
  }

  private void claim(String text, IntFunction<Source> place, Pattern words, int sign, int issue) {
    Matcher claim = words.matcher(text);
    while (claim.find()) {
      String before = text.substring(0, claim.start());
      String near = before.substring(Math.max(0, before.length() - 70));
      Source at = place.apply(claim.start());
      Optional<Integer> indicator = named(near, text.substring(claim.end()), indicators);
      if (!OF_SCORE.matcher(near).find()) {
        continue;
      }
      if (indicator.isPresent()) {
        judge(indicator.get(), indicators, sign, claim.group(), "ตัวชี้วัดที่ ", "indicator ", at);
      } else if (issue > 0 && !near.contains("ตัวชี้วัด") && issues.containsKey(issue)) {
        judge(issue, issues, sign, claim.group(), "ประเด็นที่ ", "issue ", at);
      }
    }
  }

  /** The indicator that a superlative is said of: the last before it, or the one it names. */
  private static Optional<Integer> named(
      String before, String after, Map<Integer, BigDecimal> indicators) {
    Matcher follows =
        Pattern.compile("^\\s*(?:คือ|ได้แก่|เป็น)\\s*ตัวชี้วัดที่\\s*(\\d{1,2})(?!\\d)")
            .matcher(after);
    if (follows.find()) {
      return Optional.of(Integer.parseInt(follows.group(1))).filter(indicators::containsKey);
    }
    Matcher matcher = INDICATOR.matcher(before);
    Optional<Integer> last = Optional.empty();
    while (matcher.find()) {
      last = Optional.of(Integer.parseInt(matcher.group(1)));
    }
    return last.filter(indicators::containsKey);
  }

  private void judge(
      int number,
      Map<Integer, BigDecimal> scores,
      int sign,
      String word,
      String th,
      String en,
      Source at) {
    BigDecimal own = scores.get(number);
    Optional<Map.Entry<Integer, BigDecimal>> better =
        scores.entrySet().stream()
            .filter(
                other ->
                    other.getValue().subtract(own).multiply(new BigDecimal(sign)).compareTo(SLACK)
                        > 0)
            .max((a, b) -> a.getValue().compareTo(b.getValue()) * sign);
    if (better.isEmpty()) {
      return;
    }
    DraftCheck.add(
        findings,
        draft,
        at,
        Finding.of(
                Rule.ITA_SUPERLATIVE,
                th
                    + number
                    + " ("
                    + Scores.shown(own)
                    + ") เขียนว่า\""
                    + word
                    + "\" แต่"
                    + th
                    + better.get().getKey()
                    + " ได้ "
                    + Scores.shown(better.get().getValue()),
                en
                    + number
                    + " ("
                    + Scores.shown(own)
                    + ") is called '"
                    + word
                    + "', yet "
                    + en
                    + better.get().getKey()
                    + " has "
                    + Scores.shown(better.get().getValue()))
            .as(Severity.WARNING)
            .about(word)
            .hint("แก้ข้อความให้ตรงกับคะแนน", "say what the scores say"));
  }

  /** Weak indicators that the text behind the scores does not take up. */
  private void answers() {
    if (stated.indicators().size() < 5) {
      return;
    }
    int listed =
        stated.indicators().stream().mapToInt(indicator -> indicator.at().line()).min().orElse(0);
    TreeSet<Integer> rows = new TreeSet<>();
    stated.indicators().forEach(indicator -> rows.add(indicator.at().line()));
    int end = listed;
    while (rows.contains(end + 1)) {
      end++;
    }
    String analysis = text(end);
    Optional<Integer> table = TableCheck.firstTable(draft);
    String measures = table.map(this::text).orElse("");
    for (Results.Rank weak : results.weak()) {
      Scheme.Indicator indicator = scheme.indicator(weak.number()).orElse(null);
      if (indicator == null) {
        continue;
      }
      boolean analysed =
          DraftReader.names(indicator).stream().anyMatch(analysis::contains)
              || Pattern.compile("ตัวชี้วัดที่" + weak.number() + "(?!\\d)")
                  .matcher(analysis)
                  .find();
      boolean answered =
          measures.isEmpty()
              || indicator.keywords().isEmpty()
              || indicator.keywords().stream()
                  .anyMatch(word -> measures.contains(Folding.key(word)));
      if (analysed && answered) {
        continue;
      }
      Finding finding =
          ScoreReportCheck.unanswered(
              weak,
              analysed ? "มาตรการที่กล่าวถึงเรื่องนี้" : "การวิเคราะห์",
              analysed ? "measure that takes it up" : "analysis");
      Source at =
          stated.indicators().stream()
              .filter(one -> one.number() == weak.number())
              .findFirst()
              .orElseThrow()
              .at();
      DraftCheck.add(findings, draft, at, finding.as(Severity.WARNING));
    }
  }

  private String text(int after) {
    StringBuilder text = new StringBuilder();
    for (Draft.Line line : draft.lines()) {
      if (line.number() > after) {
        text.append(Folding.key(line.plain())).append('\n');
      }
    }
    return text.toString();
  }

  /** Findings that name questions, in a text that gives no question a score. */
  private void scores() {
    boolean scored =
        stated.questions().stream().anyMatch(question -> !question.id().startsWith("O"));
    TreeSet<String> cited = new TreeSet<>();
    Source first = null;
    for (Draft.Line line : draft.lines()) {
      for (Draft.Cell cell : line.cells()) {
        Matcher matcher = QUESTION.matcher(cell.text());
        if (matcher.find()) {
          cited.add(matcher.group(1).toUpperCase(Locale.ROOT) + matcher.group(2));
          first = first == null ? draft.at(line, cell) : first;
        }
      }
    }
    if (!scored && cited.size() >= 3) {
      DraftCheck.add(
          findings,
          draft,
          first,
          Finding.of(
                  Rule.ITA_NO_SCORE,
                  "อ้างคำถาม "
                      + cited.size()
                      + " ข้อ ("
                      + DraftCheck.some(List.copyOf(cited))
                      + ") โดยไม่มีคะแนน",
                  cited.size()
                      + " questions are cited ("
                      + DraftCheck.some(List.copyOf(cited))
                      + ") and none has a score")
              .about(cited.first())
              .hint(
                  "ใส่คะแนนของแต่ละคำถามข้างข้อค้นพบ",
                  "give each question's score beside the finding"));
    }
  }
}
