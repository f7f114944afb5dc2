package th.oit.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Rule;
import th.oit.text.Language;

/**
 * The page of the documentation about a rule, as it comes with the program: Markdown in UTF-8,
 * {@code rules/link/case.md} in Thai and {@code rules/link/case.en.md} in English.
 *
 * @param title from the front matter
 * @param markdown what follows the front matter
 */
public record RulePage(Rule rule, String title, String markdown) {
  private static final Pattern ID_OF_HEADING = Pattern.compile("\\s*\\{#[^}]*\\}\\s*$");
  private static final Pattern LINK = Pattern.compile("(?<!!)\\[([^\\]]*)\\]\\([^)\\s]*\\)");

  /** Between backticks stands what is to be shown as it is. */
  private static final Pattern CODE = Pattern.compile("(`[^`]*`)");

  /**
   * Finds the page of a rule; empty when the program was built without it.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static Optional<RulePage> of(Rule rule, Language language) {
    String name = "/rules/" + rule.id() + (language == Language.TH ? ".md" : ".en.md");
    try (InputStream page = RulePage.class.getResourceAsStream(name)) {
      return page == null
          ? Optional.empty()
          : Optional.of(read(rule, new String(page.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePage read(Rule rule, String text) {
    String unix = text.replace("\r\n", "\n");
    int end = unix.indexOf("\n---\n", 3);
    String title =
        unix.substring(0, end)
            .lines()
            .filter(line -> line.startsWith("title:"))
            .findFirst()
            .map(line -> line.substring("title:".length()).strip())
            .orElse(rule.id());
    return new RulePage(rule, unquoted(title), unix.substring(end + "\n---\n".length()).strip());
  }

  private static String unquoted(String yaml) {
    return yaml.length() > 1 && yaml.startsWith("'") && yaml.endsWith("'")
        ? yaml.substring(1, yaml.length() - 1).replace("''", "'")
        : yaml;
  }

  /**
   * The page for a terminal: no marks of Markdown, listings set in.
   *
   * @param bold writes a heading
   */
  public String plain(UnaryOperator<String> bold) {
    StringBuilder out = new StringBuilder();
    out.append(bold.apply(title)).append("\n\n");
    boolean listing = false;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("```")) {
        listing = !listing;
      } else if (listing) {
        out.append(line.isEmpty() ? "" : "    " + line).append('\n');
      } else if (line.startsWith("#")) {
        String heading = ID_OF_HEADING.matcher(line.replaceFirst("^#+\\s*", "")).replaceFirst("");
        out.append(bold.apply(heading)).append('\n');
      } else {
        out.append(withoutMarks(line)).append('\n');
      }
    }
    return out.toString().replaceAll("\n{3,}", "\n\n").stripTrailing() + "\n";
  }

  private static String withoutMarks(String line) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    Matcher code = CODE.matcher(line);
    while (code.find()) {
      out.append(textOf(line.substring(from, code.start())));
      out.append(code.group(1), 1, code.group(1).length() - 1);
      from = code.end();
    }
    return out.append(textOf(line.substring(from))).toString();
  }

  private static String textOf(String markdown) {
    return LINK.matcher(markdown).replaceAll("$1").replace("**", "");
  }
}
