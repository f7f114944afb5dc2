package th.oit.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import th.oit.finding.Origins;
import th.oit.finding.Source;
import th.oit.ita.Results;
import th.oit.ita.Scheme;
import th.oit.ita.ScoreReport;
import th.oit.ita.YearReport;
import th.oit.site.ReportData;
import th.oit.site.Site;
import th.oit.site.SitePage;
import th.oit.source.DataTable;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.UrlPath;

/**
 * A score report as its template sees it: numbers as texts, tables and charts as markup. Every
 * number comes from the report or is computed from it; none is written twice.
 */
final class ReportViews {
  /** Columns of numbers that are names. */
  private static final Set<String> NAMES =
      Set.of("number", "sub-indicator", "issue", "question", "year");

  private final Site site;
  private final Wording words;
  private final Templates templates;
  private final SitePage page;
  private final YearReport year;
  private final ScoreReport report;
  private final Results results;
  private final Scheme scheme;
  private final SourceMap.Page origins;
  private final List<Body.Table> made = new ArrayList<>();
  private final Map<String, Object> tables = new HashMap<>();

  private ReportViews(
      Site site,
      Wording words,
      Templates templates,
      SitePage page,
      YearReport year,
      SourceMap.Page origins) {
    this.site = site;
    this.words = words;
    this.templates = templates;
    this.page = page;
    this.year = year;
    this.report = year.report();
    this.results = year.results();
    this.scheme = year.scheme();
    this.origins = origins;
  }

  /**
   * A report ready for its template.
   *
   * @param contents the sections that the template shows
   * @param tables its tables with their data files
   */
  record Shown(
      Map<String, Object> view, List<Map<String, Object>> contents, List<Body.Table> tables) {}

  /**
   * Makes the view of a report.
   *
   * @param origins takes where the tables and links of the page were written
   */
  static Shown of(
      Site site,
      Wording words,
      Templates templates,
      SitePage page,
      YearReport year,
      SourceMap.Page origins) {
    ReportViews views = new ReportViews(site, words, templates, page, year, origins);
    Map<String, Object> view = views.view();
    return new Shown(view, views.contents(view), views.made);
  }

  /** What the places of a report are called, by their ids; for links from other pages. */
  static Map<String, String> labels(YearReport year, Wording words) {
    Map<String, String> labels = new HashMap<>();
    for (String id :
        List.of(
            "summary",
            "scores",
            "over-years",
            "question-scores",
            "analysis",
            "urgent",
            "improve",
            "keep",
            "issues",
            "plan",
            "results",
            "former",
            "constraints")) {
      labels.put(id, words.get("ita-" + id));
    }
    for (ReportData table : ReportData.values()) {
      labels.put(table.id(), caption(table, year, words));
    }
    for (Scheme.Issue issue : year.scheme().issues()) {
      labels.put(
          "issue-" + issue.number(), words.get("ita-issue", issue.number()) + " " + issue.name());
    }
    return labels;
  }

  /** What the office wrote in a report, for a search. */
  static String wordsOf(YearReport year) {
    StringBuilder text = new StringBuilder();
    for (ScoreReport.Analysis entry : year.report().analysis()) {
      text.append(' ').append(entry.finding());
    }
    for (ScoreReport.Measure measure : year.report().measures()) {
      text.append(' ').append(measure.id()).append(' ').append(full(measure));
    }
    year.report().constraints().forEach(constraint -> text.append(' ').append(constraint));
    return text.toString().replaceAll("\\s+", " ");
  }

  private static String caption(ReportData table, YearReport year, Wording words) {
    String key = "ita-table-" + table.id();
    return switch (table) {
      case MEASURES, PROGRESS -> words.get(key, year.report().measuresYear());
      case LAST_YEAR -> words.get(key, year.year());
      case CHANGES -> words.get(key, year.year().previous(), year.year());
      case YEARS -> words.get(key);
      default -> words.get(key, year.year());
    };
  }

  private Map<String, Object> view() {
    Map<String, Object> view = new HashMap<>();
    view.put("year", report.year().number());
    view.put("measuresYear", report.measuresYear().number());
    view.put("officiallyChecked", year.catalog().checkedAgainstManual());
    view.put("passMark", plain(results.passMark()));
    result(view);
    next(view);
    view.put("tables", tables);
    scores(view);
    years(view);
    questions();
    view.put("analysis", analysis());
    view.put("issues", issues());
    view.put("measures", measures());
    view.put("targets", targets());
    progress(view);
    lastYear(view);
    view.put("constraints", report.constraints());
    return view;
  }

  /** The sections that the template shows, for the list of contents. */
  private List<Map<String, Object>> contents(Map<String, Object> view) {
    Map<String, Boolean> sections = new LinkedHashMap<>();
    sections.put("scores", true);
    sections.put("over-years", view.containsKey("yearChart") || tables.containsKey("changes"));
    sections.put("question-scores", tables.containsKey("questions"));
    sections.put("analysis", !report.analysis().isEmpty());
    sections.put("issues", !((List<?>) view.get("issues")).isEmpty());
    sections.put("plan", !report.measures().isEmpty());
    sections.put("results", view.containsKey("progress"));
    sections.put("former", view.containsKey("lastYear"));
    sections.put("constraints", !report.constraints().isEmpty());
    List<Map<String, Object>> contents = new ArrayList<>();
    sections.forEach(
        (id, shown) -> {
          if (shown) {
            contents.add(Map.of("id", id, "title", words.get("ita-" + id), "level", 2));
          }
        });
    return contents;
  }

  // The result

  private void result(Map<String, Object> view) {
    results
        .total()
        .ifPresent(
            total -> {
              view.put("total", Charts.shown(total));
              BigDecimal missing = results.passMark().subtract(total);
              if (missing.signum() > 0) {
                view.put("short", Charts.shown(missing));
              }
            });
    year.rating().ifPresent(rating -> view.put("rating", rating));
    if (results.passed() != null) {
      view.put("passed", results.passed());
    }
    report
        .statedTotal()
        .filter(stated -> results.total().isPresent())
        .filter(stated -> !Charts.shown(stated).equals(Charts.shown(results.total().get())))
        .ifPresent(stated -> view.put("stated", Charts.shown(stated)));
    List<Results.Rank> ranking = results.ranking();
    view.put("indicatorCount", ranking.size());
    view.put("weakCount", results.weak().size());
    if (!ranking.isEmpty()) {
      view.put("best", rank(ranking.get(0)));
      view.put("worst", rank(ranking.get(ranking.size() - 1)));
    }
  }

  private Map<String, Object> rank(Results.Rank rank) {
    return Map.of("number", rank.number(), "name", name(rank), "score", Charts.shown(rank.score()));
  }

  /** An indicator that nobody names has its number alone. */
  private static String name(Results.Rank rank) {
    return rank.name() == null ? "" : rank.name();
  }

  private void next(Map<String, Object> view) {
    Results.Next next = results.next();
    if (next == null) {
      return;
    }
    Map<String, Object> shown = new HashMap<>();
    shown.put("rating", next.rating().name());
    if (next.points().signum() > 0) {
      shown.put("points", Charts.shown(next.points()));
    }
    shown.put(
        "gaps",
        next.lacking().stream()
            .map(
                gap ->
                    Map.of(
                        "name", instrument(gap.instrument()), "points", Charts.shown(gap.points())))
            .toList());
    if (next.mover() != null) {
      shown.put("mover", rank(next.mover()));
    }
    if (next.rise() != null) {
      shown.put("rise", Charts.shown(next.rise()));
    }
    view.put("next", shown);
  }

  /** A short name: IIT, or EIT ส่วนที่ 1. */
  private String instrument(String id) {
    return id.matches("[A-Z]+\\d")
        ? words.get("ita-part", id.substring(0, id.length() - 1), id.substring(id.length() - 1))
        : id;
  }

  // Scores

  private void scores(Map<String, Object> view) {
    Table instruments =
        new Table(
            ReportData.INSTRUMENTS, "instrument", "name", "score", "weight", "points", "reached");
    for (Results.Part part : results.instruments()) {
      instruments.row(
          report.instrument(part.id()).map(ScoreReport.Score::at).orElse(null),
          instrument(part.id()),
          part.name(),
          Charts.shown(part.score()),
          plain(part.weight()),
          Charts.shown(part.points()),
          reached(part.score()));
    }
    results
        .total()
        .filter(total -> results.instruments().size() > 1)
        .ifPresent(
            total ->
                instruments.row(
                    null,
                    words.get("ita-sum"),
                    year.rating().map(rating -> words.get("ita-rating-is", rating)).orElse(""),
                    Charts.shown(total),
                    plain(sum(results.instruments().stream().map(Results.Part::weight).toList())),
                    Charts.shown(total),
                    reached(total)));
    instruments.place();
    indicators(view);
    Table subs = new Table(ReportData.SUB_INDICATORS, "sub-indicator", "name", "score");
    for (ScoreReport.Score sub : report.subIndicators()) {
      subs.row(sub.at(), sub.id(), nameOfSub(sub), Charts.shown(sub.value()));
    }
    subs.place();
  }

  private String nameOfSub(ScoreReport.Score sub) {
    return year.catalog().indicators().stream()
        .flatMap(indicator -> indicator.subIndicators().stream())
        .filter(known -> known.id().equals(sub.id()))
        .map(known -> known.name())
        .findFirst()
        .orElse(sub.name() == null ? "" : sub.name());
  }

  private void indicators(Map<String, Object> view) {
    if (report.indicators().isEmpty()) {
      return;
    }
    Set<String> parts = new TreeSet<>();
    report.indicators().forEach(indicator -> parts.addAll(indicator.parts().keySet()));
    List<String> ids = new ArrayList<>(List.of("number", "indicator", "instrument", "score"));
    parts.forEach(part -> ids.add(part.toLowerCase(Locale.ROOT)));
    ids.addAll(List.of("rank", "reached"));
    Table table = new Table(ReportData.INDICATORS, ids.toArray(String[]::new));
    parts.forEach(part -> table.label(part.toLowerCase(Locale.ROOT), instrument(part)));
    List<Charts.Bar> bars = new ArrayList<>();
    for (ScoreReport.Indicator indicator : byNumber()) {
      Results.Rank rank = results.indicator(indicator.number()).orElseThrow();
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(indicator.number()));
      cells.add(name(rank));
      cells.add(rank.instrument());
      cells.add(Charts.shown(indicator.score()));
      for (String part : parts) {
        BigDecimal score = indicator.parts().get(part);
        cells.add(score == null ? "-" : Charts.shown(score));
      }
      cells.add(Integer.toString(rank.place()));
      cells.add(reached(indicator.score()));
      table.row(indicator.at(), cells.toArray(String[]::new));
      String said =
          words.get(
              "ita-bar",
              indicator.number(),
              name(rank),
              Charts.shown(indicator.score()),
              reached(indicator.score()));
      String label = indicator.number() + " " + name(rank);
      bars.add(new Charts.Bar(label, indicator.score(), rank.passed(), said));
    }
    table.place();
    view.put(
        "indicatorChart",
        Templates.markup(
            Charts.bars(
                "chart-indicators",
                words.get("ita-chart-indicators", report.year()),
                bars,
                results.passMark(),
                words.get("ita-mark", plain(results.passMark())))));
  }

  private List<ScoreReport.Indicator> byNumber() {
    return report.indicators().stream()
        .sorted((a, b) -> Integer.compare(a.number(), b.number()))
        .toList();
  }

  private String reached(BigDecimal score) {
    return words.get(
        score.compareTo(results.passMark()) >= 0 ? "ita-mark-reached" : "ita-mark-missed");
  }

  // Years

  private void years(Map<String, Object> view) {
    Map<FiscalYear, YearReport> known = new TreeMap<>();
    for (YearReport other : site.reports()) {
      if (other.year().compareTo(report.year()) <= 0 && other.total().isPresent()) {
        known.put(other.year(), other);
      }
    }
    Set<FiscalYear> asked = new TreeSet<>(known.keySet());
    if (!report.chart().isEmpty()) {
      asked = new TreeSet<>(report.chart());
    }
    List<Map<String, Object>> others = new ArrayList<>();
    for (YearReport other : site.reports()) {
      if (!other.year().equals(report.year())) {
        site.pageOf(other, words.language())
            .ifPresent(
                found ->
                    others.add(
                        Map.of(
                            "year", other.year().number(),
                            "title", found.content().title(),
                            "url", link(found.path()))));
      }
    }
    view.put("otherYears", others);
    if (asked.size() > 1) {
      yearChart(view, known, new TreeSet<>(asked));
    }
    Optional.ofNullable(known.get(report.year().previous()))
        .filter(YearReport::isKnown)
        .ifPresent(before -> changes(view, before));
  }

  private void yearChart(
      Map<String, Object> view, Map<FiscalYear, YearReport> known, TreeSet<FiscalYear> asked) {
    List<Charts.Year> years = new ArrayList<>();
    Table table = new Table(ReportData.YEARS, "year", "total", "rating", "change");
    BigDecimal before = null;
    for (int number = asked.first().number(); number <= asked.last().number(); number++) {
      YearReport of = known.get(new FiscalYear(number));
      Optional<BigDecimal> total = Optional.ofNullable(of).flatMap(YearReport::total);
      String rating = Optional.ofNullable(of).flatMap(YearReport::rating).orElse("");
      String said =
          total.isPresent()
              ? words.get("ita-year-said", number, Charts.shown(total.get()), rating).strip()
              : words.get("ita-year-none", number);
      years.add(new Charts.Year(number, total, said));
      table.row(
          of == null ? null : Source.of(of.report().file()),
          Integer.toString(number),
          total.map(Charts::shown).orElse("-"),
          total.isPresent() ? rating : words.get("ita-no-data"),
          total.isPresent() && before != null ? difference(before, total.get()) : "-");
      before = total.orElse(null);
    }
    table.place();
    view.put("lowestOfYears", plain(Charts.low(years, results.passMark())));
    view.put(
        "yearChart",
        Templates.markup(
            Charts.years(
                "chart-years",
                words.get("ita-chart-years", years.get(0).number(), report.year()),
                years,
                results.passMark(),
                words.get("ita-mark", plain(results.passMark())),
                words.get("ita-no-data"))));
  }

  private void changes(Map<String, Object> view, YearReport before) {
    List<Results.Change> changes = year.since(before);
    Table table = new Table(ReportData.CHANGES, "what", "before", "now", "change");
    table.label("before", before.year().toString());
    table.label("now", report.year().toString());
    for (Results.Change change : changes) {
      String name =
          change.id().equals("total")
              ? words.get("ita-total")
              : change.id().matches("\\d+")
                  ? words.get("ita-indicator", change.id()) + " " + change.name()
                  : instrument(change.id());
      table.row(
          null,
          name,
          Charts.shown(change.before()),
          Charts.shown(change.now()),
          difference(change.before(), change.now()));
      if (change.id().equals("total")) {
        view.put("change", difference(change.before(), change.now()));
        view.put("changeSince", before.year().number());
      }
    }
    table.place();
  }

  private static String difference(BigDecimal before, BigDecimal now) {
    BigDecimal difference =
        new BigDecimal(Charts.shown(now)).subtract(new BigDecimal(Charts.shown(before)));
    return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
  }

  // Questions, analysis, issues

  private void questions() {
    boolean byIssue = report.questions().stream().anyMatch(question -> question.issue() > 0);
    Table table =
        byIssue
            ? new Table(ReportData.QUESTIONS, "issue", "question", "text", "score")
            : new Table(ReportData.QUESTIONS, "question", "text", "score");
    for (ScoreReport.Question question : report.questions()) {
      List<String> cells = new ArrayList<>();
      if (byIssue) {
        cells.add(question.issue() == 0 ? "-" : Integer.toString(question.issue()));
      }
      String score = question.score() == null ? "-" : Charts.shown(question.score());
      cells.addAll(List.of(question.id(), textOf(question), score));
      table.row(question.at(), cells.toArray(String[]::new));
    }
    table.place();
  }

  private String textOf(ScoreReport.Question question) {
    if (question.text() != null) {
      return question.text();
    }
    return ItemCode.parse(question.id())
        .flatMap(year.catalog()::item)
        .map(item -> item.name())
        .orElse("");
  }

  private List<Map<String, Object>> analysis() {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (ScoreReport.Kind kind : ScoreReport.Kind.values()) {
      List<Map<String, Object>> entries = new ArrayList<>();
      for (ScoreReport.Analysis entry : report.analysis()) {
        if (entry.kind() == kind) {
          entries.add(entry(entry));
        }
      }
      if (!entries.isEmpty()) {
        String id = kind.name().toLowerCase(Locale.ROOT);
        groups.add(Map.of("id", id, "title", words.get("ita-" + id), "entries", entries));
      }
    }
    return groups;
  }

  private Map<String, Object> entry(ScoreReport.Analysis entry) {
    Map<String, Object> view = new HashMap<>();
    view.put("finding", entry.finding());
    view.put("scores", scoresOf(entry.about()));
    view.put(
        "measures",
        report.measures().stream()
            .filter(measure -> entry.measures().contains(measure.id()))
            .map(this::reference)
            .toList());
    return view;
  }

  private Map<String, Object> reference(ScoreReport.Measure measure) {
    return Map.of(
        "id", measure.id(), "name", measure.name(), "href", "#" + place("measure-", measure.id()));
  }

  /** The scores of what something is about, as texts; what has no score is named alone. */
  private List<String> scoresOf(ScoreReport.About about) {
    List<String> scores = new ArrayList<>();
    for (String id : about.instruments()) {
      scores.add(
          scored(
              instrument(id),
              results
                  .instrument(id)
                  .map(Results.Part::score)
                  .or(() -> report.instrument(id).map(ScoreReport.Score::value))));
    }
    for (int number : about.indicators()) {
      Optional<Results.Rank> rank = results.indicator(number);
      String name = words.get("ita-indicator", number);
      String full = rank.map(of -> (name + " " + name(of)).strip()).orElse(name);
      String score = scored(full, rank.map(Results.Rank::score));
      Map<String, BigDecimal> parts =
          report.indicator(number).map(ScoreReport.Indicator::parts).orElse(Map.of());
      scores.add(
          parts.isEmpty()
              ? score
              : score
                  + new TreeMap<>(parts)
                      .entrySet().stream()
                          .map(
                              part ->
                                  instrument(part.getKey()) + " " + Charts.shown(part.getValue()))
                          .collect(Collectors.joining(", ", " (", ")")));
    }
    Set<String> questions = new LinkedHashSet<>(about.questions());
    about.items().forEach(item -> questions.add(item.toString()));
    for (String id : questions) {
      Optional<ScoreReport.Question> question =
          report.questions().stream().filter(of -> of.id().equals(id)).findFirst();
      String text =
          question.map(this::textOf).filter(of -> !of.isEmpty()).map(of -> " " + of).orElse("");
      scores.add(scored(id + text, question.map(ScoreReport.Question::score)));
    }
    return scores;
  }

  private String scored(String name, Optional<BigDecimal> score) {
    return score.map(value -> words.get("ita-scored", name, Charts.shown(value))).orElse(name);
  }

  private List<Map<String, Object>> issues() {
    Set<Integer> numbers = new TreeSet<>();
    report.analysis().forEach(entry -> numbers.addAll(entry.about().issues()));
    report.measures().forEach(measure -> numbers.addAll(measure.about().issues()));
    results.issues().forEach(issue -> numbers.add(issue.number()));
    List<Map<String, Object>> issues = new ArrayList<>();
    for (int number : numbers) {
      Map<String, Object> view = new HashMap<>();
      view.put("number", number);
      view.put("name", scheme.issue(number).map(Scheme.Issue::name).orElse(""));
      results.issues().stream()
          .filter(mean -> mean.number() == number)
          .findFirst()
          .ifPresent(
              mean -> {
                view.put("mean", Charts.shown(mean.mean()));
                view.put("rows", mean.rows());
              });
      Set<String> scores = new LinkedHashSet<>();
      List<String> findings = new ArrayList<>();
      for (ScoreReport.Analysis entry : report.analysis()) {
        if (entry.about().issues().contains(number)) {
          scores.addAll(scoresOf(entry.about()));
          findings.add(entry.finding());
        }
      }
      view.put("scores", List.copyOf(scores));
      view.put("findings", findings);
      List<Map<String, Object>> measures = new ArrayList<>();
      for (ScoreReport.Measure measure : report.measures()) {
        if (measure.about().issues().contains(number)) {
          Map<String, Object> named = new HashMap<>(reference(measure));
          Views.putIfPresent(named, "responsible", responsible(measure));
          Views.putIfPresent(named, "period", measure.period());
          measures.add(named);
        }
      }
      view.put("measures", measures);
      issues.add(view);
    }
    return issues;
  }

  // Measures

  private List<Map<String, Object>> measures() {
    Table table =
        new Table(
            ReportData.MEASURES,
            "id",
            "answers",
            "measure",
            "steps",
            "responsible",
            "period",
            "follow-up");
    List<Map<String, Object>> measures = new ArrayList<>();
    for (ScoreReport.Measure measure : report.measures()) {
      String answers = answers(measure.about());
      Map<String, Object> view = measure(measure);
      Views.putIfPresent(view, "answers", answers);
      measures.add(view);
      table.row(
          measure.at(),
          measure.id(),
          orDash(answers),
          full(measure),
          orDash(numbered(measure.steps())),
          orDash(responsible(measure)),
          orDash(measure.period()),
          orDash(measure.followUp()));
    }
    table.placeOwn();
    return measures;
  }

  private Map<String, Object> measure(ScoreReport.Measure measure) {
    Map<String, Object> view = new HashMap<>();
    view.put("id", measure.id());
    view.put("place", place("measure-", measure.id()));
    view.put("name", measure.name());
    view.put("steps", measure.steps());
    Views.putIfPresent(view, "details", measure.details());
    Views.putIfPresent(view, "responsible", responsible(measure));
    Views.putIfPresent(view, "period", measure.period());
    Views.putIfPresent(view, "followUp", measure.followUp());
    Views.putIfPresent(view, "result", measure.result());
    Views.putIfPresent(view, "outcome", measure.outcome());
    if (measure.state() != null) {
      view.put("state", measure.state().name().toLowerCase(Locale.ROOT));
    }
    return view;
  }

  /** Which issue, indicator, question or item a measure answers. */
  private String answers(ScoreReport.About about) {
    List<String> answers = new ArrayList<>();
    about.issues().forEach(issue -> answers.add(words.get("ita-issue", issue)));
    about.indicators().forEach(number -> answers.add(words.get("ita-indicator", number)));
    about.instruments().forEach(id -> answers.add(instrument(id)));
    Set<String> questions = new LinkedHashSet<>(about.questions());
    about.items().forEach(item -> questions.add(item.toString()));
    answers.addAll(questions);
    return String.join(", ", answers);
  }

  private static String full(ScoreReport.Measure measure) {
    return measure.details() == null ? measure.name() : measure.name() + ": " + measure.details();
  }

  private static String numbered(List<String> steps) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      out.append(i == 0 ? "" : " ").append(i + 1).append(") ").append(steps.get(i));
    }
    return out.toString();
  }

  private String responsible(ScoreReport.Measure measure) {
    List<String> support = measure.support().stream().map(this::department).toList();
    String lead = measure.lead() == null ? "" : department(measure.lead());
    if (support.isEmpty()) {
      return lead;
    }
    String others = words.get("ita-support", String.join(", ", support));
    return lead.isEmpty() ? others : words.get("ita-lead", lead) + " " + others;
  }

  private String department(String id) {
    return site.config()
        .department(id)
        .map(department -> department.name().in(words.language()))
        .orElse(id);
  }

  private List<Map<String, Object>> targets() {
    List<Map<String, Object>> targets = new ArrayList<>();
    for (ScoreReport.Target target : report.targets()) {
      if (target.value() != null) {
        Map<String, Object> view = new HashMap<>();
        view.put("what", target.what());
        view.put("value", Charts.shown(target.value()));
        Views.putIfPresent(view, "source", target.reference());
        targets.add(view);
      }
    }
    return targets;
  }

  private void progress(Map<String, Object> view) {
    List<ScoreReport.Measure> measures =
        report.measures().stream()
            .filter(measure -> measure.state() != null || measure.result() != null)
            .toList();
    if (measures.isEmpty()) {
      return;
    }
    view.put("progress", followed(measures, ReportData.PROGRESS));
    view.put("states", states(report.measures()));
    view.put(
        "done",
        report.measures().stream().filter(m -> m.state() == ScoreReport.State.DONE).count());
  }

  private List<Map<String, Object>> states(Collection<ScoreReport.Measure> measures) {
    Map<ScoreReport.State, Integer> counts = new EnumMap<>(ScoreReport.State.class);
    for (ScoreReport.Measure measure : measures) {
      ScoreReport.State state =
          measure.state() == null ? ScoreReport.State.PLANNED : measure.state();
      counts.merge(state, 1, Integer::sum);
    }
    List<Map<String, Object>> states = new ArrayList<>();
    counts.forEach(
        (state, count) ->
            states.add(Map.of("id", state.name().toLowerCase(Locale.ROOT), "count", count)));
    return states;
  }

  /** Measures with what became of them. */
  private List<Map<String, Object>> followed(List<ScoreReport.Measure> measures, ReportData data) {
    Table table = new Table(data, "id", "measure", "responsible", "state", "result", "outcome");
    List<Map<String, Object>> views = new ArrayList<>();
    for (ScoreReport.Measure measure : measures) {
      Map<String, Object> view = measure(measure);
      view.put("evidence", evidence(measure));
      views.add(view);
      table.row(
          measure.at(),
          measure.id(),
          full(measure),
          orDash(responsible(measure)),
          measure.state() == null
              ? "-"
              : words.get("ita-state-" + measure.state().name().toLowerCase(Locale.ROOT)),
          orDash(measure.result()),
          orDash(measure.outcome()));
    }
    table.placeOwn();
    return views;
  }

  private List<Map<String, Object>> evidence(ScoreReport.Measure measure) {
    List<Map<String, Object>> evidence = new ArrayList<>();
    for (ScoreReport.Proof proof : measure.evidence()) {
      String href = site.link(page.content().path(), proof.file());
      origins.add(Origins.link(href), proof.at());
      Map<String, Object> view = new HashMap<>();
      view.put("href", href);
      view.put("title", proof.title());
      if (proof.date() != null) {
        String text =
            words.language() == Language.TH
                ? ThaiDate.longForm(proof.date())
                : proof.date().toString();
        view.put("date", Map.of("iso", proof.date().toString(), "text", text));
      }
      evidence.add(view);
    }
    return evidence;
  }

  /** As this report tells it; else as the report that planned those measures does. */
  private void lastYear(Map<String, Object> view) {
    List<ScoreReport.Measure> measures = report.lastYear();
    if (measures.isEmpty()) {
      Optional<YearReport> planned =
          site.measuresOf(report.year()).filter(other -> !other.year().equals(report.year()));
      measures =
          planned.map(other -> other.report().measures()).orElse(List.of()).stream()
              .filter(measure -> measure.result() != null)
              .toList();
    }
    if (!measures.isEmpty()) {
      view.put("lastYear", followed(measures, ReportData.LAST_YEAR));
    }
  }

  // Tables

  private static String orDash(String text) {
    return text == null || text.isEmpty() ? "-" : text;
  }

  /** A place on the page for something with an id of the office's own. */
  private static String place(String kind, String id) {
    return kind + id.replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", "-");
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Without zeros that say nothing: 85, 37.5. */
  private static String plain(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }

  private String link(String path) {
    return site.config().baseUrl().link(UrlPath.encode(path));
  }

  /** One table of the page, which goes out as CSV and JSON too. */
  private final class Table {
    private final ReportData data;
    private final String[] ids;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<DataTable.Row> rows = new ArrayList<>();

    Table(ReportData data, String... ids) {
      this.data = data;
      this.ids = ids;
      for (String id : ids) {
        if (!id.matches("eit\\d|before|now")) {
          labels.put(id, words.get("ita-column-" + id));
        }
      }
    }

    void label(String id, String label) {
      labels.put(id, label);
    }

    /**
     * @param at null when nobody wrote it
     */
    void row(Source at, String... cells) {
      rows.add(new DataTable.Row(at == null ? 0 : at.line(), List.of(cells)));
    }

    /** Makes the table as every placed table is made. */
    void place() {
      if (rows.isEmpty()) {
        return;
      }
      TableWriter writer = writer();
      List<Map<String, Object>> columns = new ArrayList<>();
      for (TableWriter.Shown column : writer.columns()) {
        columns.add(
            Map.of("label", column.label(), "numeric", column.numeric(), "id", column.named()));
      }
      Map<String, Object> embed = new HashMap<>();
      embed.put("id", data.id());
      embed.put("caption", caption(data, year, words));
      embed.put("columns", columns);
      embed.put("rows", rows.stream().map(DataTable.Row::cells).toList());
      embed.put("body", Templates.markup(writer.html()));
      embed.put("downloads", downloads(writer));
      embed.put("file", data.id() + ".csv");
      Map<String, Object> model = new HashMap<>();
      words.addTo(model);
      model.put("embed", embed);
      String html = templates.fill("table.ftlh", model, page.content().file());
      tables.put(data.id(), Templates.markup(html.strip()));
    }

    /** Makes the data of a table that the template writes in its own way. */
    void placeOwn() {
      if (rows.isEmpty()) {
        return;
      }
      tables.put(
          data.id(),
          Map.of(
              "caption", caption(data, year, words),
              "labels", Map.copyOf(labels),
              "downloads", downloads(writer())));
    }

    private TableWriter writer() {
      List<String> columns = new ArrayList<>();
      for (String id : ids) {
        columns.add(labels.get(id));
      }
      DataTable table =
          new DataTable(report.file(), List.copyOf(columns), List.of(), List.copyOf(rows));
      origins.add(Origins.table(data.id()), Source.of(report.file()));
      origins.addRows(data.id(), table);
      return new TableWriter(table, List.of(ids), NAMES);
    }

    private List<Map<String, Object>> downloads(TableWriter writer) {
      byte[] csv = writer.csv();
      String title = caption(data, year, words);
      String address =
          site.config().baseUrl().absolute(UrlPath.encode(page.path())) + "#" + data.id();
      byte[] json = writer.json(title, address);
      List<Body.DataFile> files = List.of(file("csv", csv), file("json", json));
      made.add(new Body.Table(data.id(), title, writer.labels(), files));
      return List.of(download("CSV", files.get(0)), download("JSON", files.get(1)));
    }

    private Body.DataFile file(String extension, byte[] bytes) {
      return new Body.DataFile(data.output(page, extension), report.file(), bytes);
    }

    private Map<String, Object> download(String type, Body.DataFile file) {
      String size = Attachments.size(file.bytes().length);
      return Map.of("href", link("/" + file.output()), "type", type, "size", size);
    }
  }
}
