package th.oit.report;

import th.oit.finding.Finding;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Language;

/**
 * Findings as workflow commands of GitHub Actions, which show them beside the lines of the sources.
 * Escapes as GitHub's documentation of workflow commands asks.
 */
public final class GithubReport {
  private GithubReport() {}

  /** One line a finding, and the summary as a notice. */
  public static String of(Report report, Language language) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : report.findings()) {
      out.append("::").append(level(finding.severity())).append(' ');
      Source source = finding.source();
      String file = source == null ? finding.page() : source.file();
      if (file != null) {
        out.append("file=").append(property(file)).append(',');
      }
      if (source != null && source.line() > 0) {
        out.append("line=").append(source.line()).append(',');
        if (source.column() > 0) {
          out.append("col=").append(source.column()).append(',');
        }
      }
      String title =
          finding.item() == null ? finding.rule().id() : finding.rule().id() + " " + finding.item();
      out.append("title=").append(property(title)).append("::");
      String message = BrokenTargets.message(finding, language);
      out.append(
          data(finding.hint() == null ? message : message + "\n" + finding.hint().in(language)));
      out.append('\n');
    }
    out.append("::notice title=oit::")
        .append(data(MarkdownReport.summary(report, language)))
        .append('\n');
    return out.toString();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case UNVERIFIED -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
