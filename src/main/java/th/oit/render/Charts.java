package th.oit.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Draws the charts of a score report as SVG that needs no script: widths are percentages and
 * heights are ems, so that bars follow the screen and words keep the reader's size; colours come
 * from the style sheet by class. The title and the description say everything that is drawn.
 */
final class Charts {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** How much of the width the bars have; the rest is for the numbers beside them. */
  private static final BigDecimal BARS = new BigDecimal("0.76");

  private static final double ROW = 3.1;
  private static final double TOP = 2.2;
  private static final double HEIGHT = 11;

  private Charts() {}

  /**
   * A bar.
   *
   * @param label what stands above it
   * @param said what the description says of it
   */
  record Bar(String label, BigDecimal value, boolean passed, String said) {}

  /**
   * A year.
   *
   * @param value empty where nothing is known; then the line is broken
   * @param said what the description says of it
   */
  record Year(int number, Optional<BigDecimal> value, String said) {}

  /**
   * Bars from 0 to 100 with a line at the pass mark.
   *
   * @param passLabel what stands below that line
   */
  static String bars(
      String id, String title, List<Bar> bars, BigDecimal passMark, String passLabel) {
    StringBuilder out = new StringBuilder(512 + bars.size() * 400);
    String pass = percent(passMark.multiply(BARS));
    begin(out, id, title, bars.stream().map(Bar::said).toList(), bars.size() * ROW + 1.6);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = i * ROW;
      text(out, "chart-label", "0", null, y + 1.2, bar.label());
      String rest = percent(HUNDRED.multiply(BARS));
      rect(out, "chart-rest", rest, y + 1.65, .95);
      String kind = bar.passed() ? "chart-bar" : "chart-bar chart-low";
      rect(out, kind, percent(bar.value().multiply(BARS)), y + 1.65, .95);
      line(out, "chart-pass", pass, y + 1.45, pass, y + 2.8);
      String mark = bar.passed() ? "" : "▼ ";
      text(out, "chart-value", "100%", "end", y + 2.45, mark + shown(bar.value()));
    }
    small(out, pass, "middle", bars.size() * ROW + .9, passLabel);
    return out.append("</svg>").toString();
  }

  /**
   * The years side by side, joined by a line where both have a value.
   *
   * @param years without a gap in their numbers
   * @param none what stands where a year has no value
   */
  static String years(
      String id,
      String title,
      List<Year> years,
      BigDecimal passMark,
      String passLabel,
      String none) {
    StringBuilder out = new StringBuilder(512 + years.size() * 400);
    BigDecimal low = low(years, passMark);
    begin(out, id, title, years.stream().map(Year::said).toList(), TOP + HEIGHT + 2);
    double pass = y(passMark, low);
    line(out, "chart-axis", "0%", TOP + HEIGHT, "100%", TOP + HEIGHT);
    line(out, "chart-pass", "0%", pass, "100%", pass);
    small(out, "0", null, pass - .35, passLabel);
    for (int i = 0; i + 1 < years.size(); i++) {
      Optional<BigDecimal> from = years.get(i).value();
      Optional<BigDecimal> to = years.get(i + 1).value();
      if (from.isPresent() && to.isPresent()) {
        line(
            out,
            "chart-line",
            x(i, years.size()),
            y(from.get(), low),
            x(i + 1, years.size()),
            y(to.get(), low));
      }
    }
    for (int i = 0; i < years.size(); i++) {
      Year year = years.get(i);
      String x = x(i, years.size());
      if (year.value().isPresent()) {
        double y = y(year.value().get(), low);
        out.append("<circle class=\"chart-point\" cx=\"").append(x);
        out.append("\" cy=\"").append(em(y)).append("\" r=\".4em\"/>\n");
        // Below the line of the mark where the value is below it, lest the line cross the number.
        boolean above = year.value().get().compareTo(passMark) >= 0;
        text(
            out, "chart-value", x, "middle", above ? y - .75 : y + 1.65, shown(year.value().get()));
      } else {
        small(out, x, "middle", TOP + HEIGHT - .6, none);
      }
      text(out, "chart-label", x, "middle", TOP + HEIGHT + 1.4, Integer.toString(year.number()));
    }
    return out.append("</svg>").toString();
  }

  /** Where the scale of the years begins: the ten below everything that is drawn. */
  static BigDecimal low(List<Year> years, BigDecimal passMark) {
    BigDecimal lowest =
        years.stream()
            .flatMap(year -> year.value().stream())
            .reduce(passMark, BigDecimal::min)
            .subtract(new BigDecimal(5));
    return lowest
        .divide(BigDecimal.TEN, 0, RoundingMode.FLOOR)
        .multiply(BigDecimal.TEN)
        .max(BigDecimal.ZERO);
  }

  private static String x(int index, int count) {
    return percent(
        new BigDecimal(2 * index + 1)
            .multiply(HUNDRED)
            .divide(new BigDecimal(2 * count), MathContext.DECIMAL64));
  }

  private static double y(BigDecimal value, BigDecimal low) {
    BigDecimal fromTop =
        HUNDRED.subtract(value).divide(HUNDRED.subtract(low), MathContext.DECIMAL64);
    return TOP + HEIGHT * fromTop.doubleValue();
  }

  private static void begin(
      StringBuilder out, String id, String title, List<String> said, double height) {
    out.append("<svg class=\"chart\" role=\"img\" aria-labelledby=\"").append(id);
    out.append("-title ").append(id).append("-desc\" width=\"100%\" height=\"");
    out.append(em(height)).append("\" focusable=\"false\">\n<title id=\"").append(id);
    out.append("-title\">").append(escaped(title)).append("</title>\n<desc id=\"").append(id);
    out.append("-desc\">").append(escaped(String.join("; ", said))).append("</desc>\n");
  }

  private static void rect(StringBuilder out, String kind, String width, double y, double height) {
    out.append("<rect class=\"").append(kind).append("\" x=\"0\" y=\"").append(em(y));
    out.append("\" width=\"").append(width).append("\" height=\"").append(em(height));
    out.append("\"/>\n");
  }

  private static void line(
      StringBuilder out, String kind, String x1, double y1, String x2, double y2) {
    out.append("<line class=\"").append(kind).append("\" x1=\"").append(x1).append("\" y1=\"");
    out.append(em(y1)).append("\" x2=\"").append(x2).append("\" y2=\"").append(em(y2));
    out.append("\"/>\n");
  }

  private static void text(
      StringBuilder out, String kind, String x, String anchor, double y, String words) {
    out.append("<text class=\"").append(kind).append("\" x=\"").append(x).append("\" y=\"");
    out.append(em(y)).append('"');
    if (anchor != null) {
      out.append(" text-anchor=\"").append(anchor).append('"');
    }
    out.append('>').append(escaped(words)).append("</text>\n");
  }

  /** Words in small letters; their place is still counted in ems of the chart. */
  private static void small(StringBuilder out, String x, String anchor, double y, String words) {
    StringBuilder text = new StringBuilder();
    text(text, "chart-note", x, anchor, y, words);
    String opened = text.toString().replaceFirst(">", "><tspan class=\"chart-small\">");
    out.append(opened.replace("</text>", "</tspan></text>"));
  }

  private static String em(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_UP).toPlainString() + "em";
  }

  private static String percent(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  /** Two decimals, as results are published. */
  static String shown(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
