package th.oit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.text.Language;

/**
 * A report as JUnit XML, as CI servers read it: a test case for every item, and one for every
 * source file with errors that concern no item.
 */
public final class JunitReport {
  private JunitReport() {}

  /** Writes a report; warnings stand in the output of their case and fail nothing. */
  public static String of(Report report, Language language) {
    Map<String, List<Finding>> ofItems = new LinkedHashMap<>();
    report.items().forEach(item -> ofItems.put(item.id(), new ArrayList<>()));
    Map<String, List<Finding>> ofFiles = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      List<Finding> own = ofItems.get(finding.item());
      if (own == null) {
        String file =
            finding.source() != null
                ? finding.source().file()
                : finding.page() == null ? report.command() : finding.page();
        own = ofFiles.computeIfAbsent(file, f -> new ArrayList<>());
      }
      own.add(finding);
    }
    int cases = ofItems.size() + ofFiles.size();
    long failures =
        report.items().stream().filter(item -> item.status() != ItemVerdict.Status.PASS).count()
            + ofFiles.values().stream()
                .filter(findings -> findings.stream().anyMatch(Finding::isError))
                .count();
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuite name=\"oit ").append(XmlText.escape(report.command()));
    out.append("\" tests=\"").append(Math.max(1, cases));
    out.append("\" failures=\"").append(failures);
    out.append("\" errors=\"0\" skipped=\"0\" time=\"");
    out.append(String.format(Locale.ROOT, "%.3f", report.elapsedMillis() / 1000.0));
    out.append("\">\n");
    for (ItemVerdict item : report.items()) {
      boolean failed = item.status() != ItemVerdict.Status.PASS;
      testCase(
          out, "items", item.id() + " " + item.name(), failed, ofItems.get(item.id()), language);
    }
    ofFiles.forEach(
        (file, findings) ->
            testCase(
                out,
                "files",
                file,
                findings.stream().anyMatch(Finding::isError),
                findings,
                language));
    if (cases == 0) {
      testCase(out, "links", MarkdownReport.summary(report, language), false, List.of(), language);
    }
    return out.append("</testsuite>\n").toString();
  }

  private static void testCase(
      StringBuilder out,
      String suite,
      String name,
      boolean failed,
      List<Finding> findings,
      Language language) {
    out.append("  <testcase classname=\"oit.").append(suite).append("\" name=\"");
    out.append(XmlText.escape(name)).append('"');
    if (!failed && findings.isEmpty()) {
      out.append("/>\n");
      return;
    }
    out.append(">\n");
    StringBuilder told = new StringBuilder();
    for (Finding finding : findings) {
      told.append(finding.severity().id()).append(' ').append(finding.rule().id());
      told.append(finding.source() == null ? "" : " " + finding.source());
      told.append(": ").append(BrokenTargets.message(finding, language));
      told.append(finding.hint() == null ? "" : " – " + finding.hint().in(language));
      told.append('\n');
    }
    if (failed) {
      String first =
          findings.stream()
              .filter(Finding::isError)
              .map(finding -> BrokenTargets.message(finding, language))
              .findFirst()
              .orElse(name);
      String rule =
          findings.stream()
              .filter(Finding::isError)
              .map(finding -> finding.rule().id())
              .findFirst()
              .orElse("");
      out.append("    <failure type=\"").append(XmlText.escape(rule)).append("\" message=\"");
      out.append(XmlText.escape(first))
          .append("\">")
          .append(XmlText.escape(told.toString()))
          .append("</failure>\n");
    } else {
      out.append("    <system-out>")
          .append(XmlText.escape(told.toString()))
          .append("</system-out>\n");
    }
    out.append("  </testcase>\n");
  }
}
