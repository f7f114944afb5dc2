package th.oit.check.links;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Source;
import th.oit.finding.Tolerance;

/**
 * One case of the conformance suite: a small tree, how to check it, and all that must be found.
 *
 * <p>The form is described in {@code src/test/resources/conformance/README.md}.
 *
 * @param says what the case shows, in one sentence
 * @param options each {@code key: value} line but for the expectations, in order
 * @param findings what must be found, sorted
 * @param externals the links to other hosts that must be met, sorted
 * @param files what stands in the tree
 */
record ConformanceCase(
    String says,
    List<Option> options,
    List<String> findings,
    List<String> externals,
    Map<String, byte[]> files) {
  private static final Pattern SECTION = Pattern.compile("(?m)^-- (.+?)(?: \\(([^()]*)\\))? --\n");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u\\{([0-9A-Fa-f]+)}");
  private static final Pattern EXPECTED = Pattern.compile("(error|warning) ([a-z]+/[a-z-]+) .+ .+");

  record Option(String key, String value) {}

  /**
   * Reads a case.
   *
   * @throws IllegalArgumentException when it is not written as cases are
   */
  static ConformanceCase of(String text) {
    Matcher section = SECTION.matcher(text);
    if (!section.find()) {
      throw new IllegalArgumentException("no file in the tree");
    }
    String head = text.substring(0, section.start());
    Map<String, byte[]> files = new LinkedHashMap<>();
    boolean more = true;
    while (more) {
      String name = unescape(section.group(1));
      String form = section.group(2);
      int from = section.end();
      more = section.find();
      String body = text.substring(from, more ? section.start() : text.length());
      if (files.put(name, bytes(unescape(body), form == null ? "" : form)) != null) {
        throw new IllegalArgumentException("stands twice in the tree: " + name);
      }
    }
    List<String> lines = head.lines().toList();
    List<Option> options = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    List<String> externals = new ArrayList<>();
    boolean expects = false;
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(": ");
      String key = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : unescape(line.substring(colon + 2));
      if (key.equals("expect")) {
        expects = true;
        if (!value.equals("nothing")) {
          if (!EXPECTED.matcher(value).matches()) {
            throw new IllegalArgumentException("no expectation: " + line);
          }
          findings.add(value);
        }
      } else if (key.equals("external")) {
        externals.add(value);
      } else {
        options.add(new Option(key, value));
      }
    }
    String says = lines.get(0);
    if (!expects || !says.endsWith(".") || says.contains(": ")) {
      throw new IllegalArgumentException("needs a sentence, and what to expect");
    }
    Collections.sort(findings);
    Collections.sort(externals);
    return new ConformanceCase(says, options, findings, externals, files);
  }

  /** Whether nothing of it may be reported. */
  boolean isClean() {
    return findings.isEmpty();
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(escape.group(1), 16))));
  }

  private static byte[] bytes(String text, String form) {
    return switch (form) {
      case "" -> text.getBytes(StandardCharsets.UTF_8);
      case "bom" -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_8);
      case "utf-16le" -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_16LE);
      case "utf-16be" -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_16BE);
      case "crlf" -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(Charset.forName(form));
    };
  }

  /**
   * Makes the tree.
   *
   * @return whether it stands there as it should; a file system may hold only one of two names that
   *     differ in letter case, or none with a colon
   */
  boolean write(Path root) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return Inventory.of(root).files().equals(files.keySet());
  }

  LinkCheckRequest request(Path root) {
    LinkCheckRequest request = LinkCheckRequest.of(root).jobs(1).positionsInOutput(true);
    List<String> aliases = new ArrayList<>();
    List<Pattern> ignore = new ArrayList<>();
    for (Option option : options) {
      request =
          switch (option.key) {
            case "base-url" -> request.baseUrl(option.value);
            case "only" -> request.only(root.resolve(option.value));
            case "alias" -> {
              aliases.add(option.value);
              yield request.aliases(aliases);
            }
            case "ignore" -> {
              ignore.add(Pattern.compile(option.value));
              yield request.ignore(ignore);
            }
            case "policy" -> request.policy(policy(option.value));
            case "links" -> request;
            default -> throw new IllegalArgumentException("unknown: " + option);
          };
    }
    return request;
  }

  /** What people see differently: {@code hash=error empty=allow extensionless=yes …}. */
  private static LinkPolicy policy(String text) {
    LinkPolicy policy = LinkPolicy.USUAL;
    for (String one : text.split(" ")) {
      String value = one.substring(one.indexOf('=') + 1);
      Tolerance tolerance =
          value.equals("yes") ? null : Tolerance.valueOf(value.toUpperCase(Locale.ROOT));
      policy =
          switch (one.substring(0, one.indexOf('='))) {
            case "hash" ->
                new LinkPolicy(
                    tolerance,
                    policy.empty(),
                    policy.slashless(),
                    policy.insecure(),
                    policy.extensionless());
            case "empty" ->
                new LinkPolicy(
                    policy.hash(),
                    tolerance,
                    policy.slashless(),
                    policy.insecure(),
                    policy.extensionless());
            case "slashless" ->
                new LinkPolicy(
                    policy.hash(),
                    policy.empty(),
                    tolerance,
                    policy.insecure(),
                    policy.extensionless());
            case "insecure" ->
                new LinkPolicy(
                    policy.hash(),
                    policy.empty(),
                    policy.slashless(),
                    tolerance,
                    policy.extensionless());
            case "extensionless" ->
                new LinkPolicy(
                    policy.hash(),
                    policy.empty(),
                    policy.slashless(),
                    policy.insecure(),
                    tolerance == null);
            default -> throw new IllegalArgumentException("unknown: " + one);
          };
    }
    return policy;
  }

  /** How many links must be looked at; -1 when the case does not say. */
  int links() {
    for (Option option : options) {
      if (option.key.equals("links")) {
        return Integer.parseInt(option.value);
      }
    }
    return -1;
  }

  /** A finding as a case writes it. */
  static String written(Finding finding) {
    Source source = finding.source();
    return "%s %s %s %s"
        .formatted(
            finding.isError() ? "error" : "warning",
            finding.rule().id(),
            source == null ? "nowhere" : source,
            finding.target() == null || finding.target().isEmpty() ? "-" : finding.target());
  }
}
