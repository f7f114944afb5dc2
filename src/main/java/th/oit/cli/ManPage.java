package th.oit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import th.oit.cli.CommandTable.Argument;
import th.oit.cli.CommandTable.Command;
import th.oit.cli.CommandTable.Kind;
import th.oit.text.Language;
import th.oit.text.Words;

/**
 * The page that {@code man oit} shows, in the man macros of roff and UTF-8.
 *
 * <p>What the commands and options mean is said in the words of their help.
 */
final class ManPage {
  private static final Pattern SYLLABLE =
      Pattern.compile("(?<=[\\u0E01-\\u0E3A\\u0E45-\\u0E4E])(?=[\\u0E40-\\u0E44])");

  private final StringBuilder out = new StringBuilder();
  private final Language language;

  private ManPage(Language language) {
    this.language = language;
  }

  static String of(CommandTable table, Language language) {
    return new ManPage(language).page(table);
  }

  private String page(CommandTable table) {
    out.append("'\\\" -*- coding: utf-8 -*-\n");
    out.append(".TH OIT 1 \"")
        .append(Version.day())
        .append("\" \"")
        .append(escaped(Version.line()))
        .append("\" \"oit\"\n");
    // Thai is written without spaces between words, so lines are left ragged.
    out.append(".ad l\n.nh\n");
    section("ชื่อ", "NAME");
    out.append("oit \\- ").append(escaped(table.says())).append('\n');
    section("วิธีใช้", "SYNOPSIS");
    out.append(".B oit\n.I COMMAND\n[\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...\n.br\n");
    out.append(".B oit\n[\\fB\\-\\-help\\fR | \\fB\\-\\-version\\fR]\n");
    List<String> common = common(table);
    section("คำสั่ง", "COMMANDS");
    for (Command command : table.commands()) {
      command(command, common);
    }
    section("ตัวเลือกที่ทุกคำสั่งมี", "OPTIONS THAT ALL COMMANDS HAVE");
    table.commands().stream()
        .filter(command -> isSiteCommand(command, common))
        .findFirst()
        .ifPresent(
            command ->
                command.options().stream()
                    .filter(option -> common.contains(option.longName()))
                    .filter(option -> !option.longName().equals("--format"))
                    .forEach(this::argument));
    section("รหัสผลลัพธ์", "EXIT STATUS");
    entry("0", Words.of("ไม่มีข้อผิดพลาด", "Nothing is wrong."));
    entry(
        "1",
        Words.of("ยังเผยแพร่ไม่ได้ เพราะพบข้อผิดพลาด", "The gate is closed: errors were found."));
    entry(
        "2",
        Words.of(
            "อ่านคำสั่ง การตั้งค่า หรือเนื้อหาที่ให้มาไม่ได้",
            "The command, the configuration or the content cannot be used as given."));
    entry("3", Words.of("โปรแกรมขัดข้อง", "A fault of the program itself."));
    section("ตัวแปรแวดล้อม", "ENVIRONMENT");
    entry(
        "JAVA_HOME",
        Words.of("Java ที่จะใช้ รุ่น 17 ขึ้นไป", "The Java to be used, version 17 or newer."));
    entry(
        "OIT_LANG",
        Words.of("ภาษาของข้อความ th หรือ en", "The language of the messages: th or en."));
    entry("NO_COLOR", Words.of("ถ้าตั้งไว้ จะไม่ใช้สี", "If set, no colours are used."));
    entry(
        "HTTP_PROXY, HTTPS_PROXY, NO_PROXY",
        Words.of("พร็อกซีสำหรับเว็บไซต์อื่น", "The proxy for other hosts."));
    section("ไฟล์", "FILES");
    entry(
        "site-config.yml",
        Words.of(
            "หน่วยงาน ปีที่ประเมิน เมนู และการตรวจ",
            "The body, the assessed year, the menu, the checks."));
    entry("content/", Words.of("เนื้อหาที่หน่วยงานเขียน", "What the office writes."));
    entry("public/", Words.of("เว็บไซต์ที่เผยแพร่", "The site that is published."));
    entry("reports/", Words.of("รายงานล่าสุดของแต่ละคำสั่ง", "The last report of each command."));
    return out.toString();
  }

  private void section(String th, String en) {
    out.append(".SH ").append(quoted(Words.of(th, en))).append('\n');
  }

  /** The options that every command on a site has. */
  private static List<String> common(CommandTable table) {
    return table.commands().stream()
        .filter(command -> command.options().stream().anyMatch(o -> o.longName().equals("--site")))
        .map(command -> command.options().stream().map(Argument::longName).toList())
        .reduce((one, other) -> one.stream().filter(other::contains).toList())
        .orElse(List.of());
  }

  private static boolean isSiteCommand(Command command, List<String> common) {
    return command.options().stream()
        .map(Argument::longName)
        .collect(Collectors.toSet())
        .containsAll(common);
  }

  private void command(Command command, List<String> common) {
    StringBuilder call = new StringBuilder("oit ").append(command.name());
    command.operands().forEach(each -> call.append(" [").append(each.label()).append(']'));
    out.append(".SS \"").append(escaped(call.toString())).append("\"\n");
    out.append(escaped(command.says())).append('\n');
    List<Argument> own = new ArrayList<>(command.operands());
    boolean ofSite = isSiteCommand(command, common);
    command.options().stream()
        .filter(
            option ->
                !ofSite
                    || !common.contains(option.longName())
                    || option.longName().equals("--format"))
        .filter(option -> !option.longName().equals("--help"))
        .forEach(own::add);
    own.forEach(this::argument);
  }

  private void argument(Argument argument) {
    out.append(".TP\n");
    if (argument.names().isEmpty()) {
      out.append("\\fI").append(escaped(argument.label())).append("\\fR");
    } else {
      out.append(
          argument.names().stream()
              .map(name -> "\\fB" + escaped(name) + "\\fR")
              .collect(Collectors.joining(", ")));
      if (argument.kind() != Kind.NONE) {
        String value = "=\\fI" + escaped(argument.label()) + "\\fR";
        out.append(argument.optional() ? "[" + value + "]" : value);
      }
    }
    out.append('\n').append(escaped(argument.says())).append('\n');
  }

  private void entry(String name, Words says) {
    out.append(".TP\n.B ").append(escaped(name)).append('\n');
    out.append(escaped(says.in(language))).append('\n');
  }

  private String quoted(Words words) {
    return '"' + escaped(words.in(language)) + '"';
  }

  /** Text that roff prints as it stands. */
  private static String escaped(String text) {
    String plain =
        text.replace("\\", "\\(rs")
            .replace("-", "\\-")
            .replace("\"", "\\(dq")
            .replace("~", "\\(ti");
    // A line of Thai may end where a syllable begins for certain: before a vowel that is written
    // first.
    plain = SYLLABLE.matcher(plain).replaceAll("\\\\:");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
