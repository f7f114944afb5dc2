package th.oit.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import th.oit.check.ItemVerdict;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.finding.Severity;
import th.oit.report.HtmlText;
import th.oit.text.Language;

/**
 * What one department has to do: its items that do not pass, with what is missing in words, and its
 * data that are due for renewal. Immutable.
 *
 * @param department its id; null for what belongs to nobody yet, which is the webmaster's
 * @param name what to call it; empty for nobody's
 * @param head the position of its head; null when the configuration does not say
 * @param passed how many of its items pass
 * @param items how many items it has
 * @param tasks the most valuable first; what concerns no item comes last
 * @param renewals that are over, or fall due before the body's own deadline
 */
public record WorkList(
    String department,
    String name,
    String head,
    String phone,
    int passed,
    int items,
    List<Task> tasks,
    List<Deadlines.Renewal> renewals) {

  /**
   * Something to be mended.
   *
   * @param item null for what concerns no item
   * @param url where the item's page will stand; null when it has none
   * @param loss what the item costs; null when it passes but for warnings
   * @param todos what is wrong, errors first
   */
  public record Task(ItemVerdict item, String url, Forecast.Loss loss, List<Finding> todos) {
    public Task {
      todos = List.copyOf(todos);
    }
  }

  public WorkList {
    tasks = List.copyOf(tasks);
    renewals = List.copyOf(renewals);
  }

  public boolean isEmpty() {
    return tasks.isEmpty() && renewals.isEmpty();
  }

  /** The work lists of all departments that have something to do. */
  public static List<WorkList> of(Readiness readiness) {
    Set<String> departments = new LinkedHashSet<>();
    readiness.shares().forEach(share -> departments.add(share.id()));
    readiness.deadlines().renewals().forEach(renewal -> departments.add(renewal.department()));
    departments.remove(null);
    departments.add(null);
    List<WorkList> lists = new ArrayList<>();
    for (String department : departments) {
      WorkList list = of(readiness, department);
      if (!list.isEmpty()) {
        lists.add(list);
      }
    }
    return lists;
  }

  /**
   * The work list of one department, which may be empty.
   *
   * @param department its id; null for what belongs to nobody yet
   */
  public static WorkList of(Readiness readiness, String department) {
    List<ItemVerdict> own =
        readiness.items().stream()
            .filter(item -> Objects.equals(item.department(), department))
            .toList();
    Map<String, Task> byItem = new LinkedHashMap<>();
    for (ItemVerdict item : own) {
      List<Finding> todos = todos(readiness.findingsOf(item.id()));
      Forecast.Loss loss = readiness.forecast().lossOf(item.id());
      if (loss != null || !todos.isEmpty()) {
        byItem.put(item.id(), new Task(item, readiness.url(item).orElse(null), loss, todos));
      }
    }
    List<Task> tasks = new ArrayList<>();
    readiness.forecast().losses().stream()
        .map(loss -> byItem.remove(loss.item().id()))
        .filter(Objects::nonNull)
        .forEach(tasks::add);
    tasks.addAll(byItem.values());
    if (department == null) {
      List<Finding> others =
          todos(readiness.findings().stream().filter(found -> found.item() == null).toList());
      if (!others.isEmpty()) {
        tasks.add(new Task(null, null, null, others));
      }
    }
    Optional<SiteConfig.Department> known =
        department == null ? Optional.empty() : readiness.config().department(department);
    return new WorkList(
        department,
        department == null ? "" : readiness.departmentName(department),
        known.map(SiteConfig.Department::head).orElse(null),
        known.map(SiteConfig.Department::phone).orElse(null),
        (int) own.stream().filter(item -> item.status() == ItemVerdict.Status.PASS).count(),
        own.size(),
        tasks,
        renewals(readiness, department));
  }

  private static List<Finding> todos(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() != Severity.UNVERIFIED)
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private static List<Deadlines.Renewal> renewals(Readiness readiness, String department) {
    Deadlines deadlines = readiness.deadlines();
    return deadlines.renewals().stream()
        .filter(renewal -> Objects.equals(renewal.department(), department))
        .filter(renewal -> renewal.url() != null)
        .filter(
            renewal ->
                renewal.due().isBefore(deadlines.today())
                    || deadlines
                        .day(Deadlines.Kind.OWN)
                        .filter(own -> !renewal.due().isAfter(own))
                        .isPresent())
        .toList();
  }

  /** The list for a terminal or a letter. */
  public String text(Readiness readiness, Language language) {
    Phrases say = new Phrases(language);
    StringBuilder out = new StringBuilder(title(say)).append('\n');
    for (Task task : tasks) {
      out.append("\n  ").append(heading(task, say)).append('\n');
      for (Finding todo : task.todos()) {
        out.append("    - ").append(todo.message().in(language));
        out.append(todo.source() == null ? "" : "  (" + todo.source() + ")").append('\n');
        if (todo.hint() != null) {
          out.append("      ").append(say.say("วิธีแก้: ", "remedy: "));
          out.append(todo.hint().in(language)).append('\n');
        }
      }
    }
    if (!renewals.isEmpty()) {
      out.append("\n  ").append(renewalsTitle(say)).append('\n');
      renewals.forEach(
          renewal -> out.append("    - ").append(renewal(renewal, readiness, say)).append('\n'));
    }
    return out.toString();
  }

  /** The list as Markdown, with boxes to tick. */
  public String markdown(Readiness readiness, Language language) {
    Phrases say = new Phrases(language);
    StringBuilder out = new StringBuilder("## ").append(MarkdownText.escape(title(say)));
    out.append("\n");
    for (Task task : tasks) {
      out.append("\n### ").append(MarkdownText.escape(heading(task, say))).append("\n\n");
      for (Finding todo : task.todos()) {
        out.append("- [ ] ").append(MarkdownText.escape(todo.message().in(language)));
        out.append(todo.source() == null ? "" : " (`" + todo.source() + "`)").append('\n');
        if (todo.hint() != null) {
          out.append("  ").append(say.say("วิธีแก้: ", "Remedy: "));
          out.append(MarkdownText.escape(todo.hint().in(language))).append('\n');
        }
      }
    }
    if (!renewals.isEmpty()) {
      out.append("\n### ").append(renewalsTitle(say)).append("\n\n");
      renewals.forEach(
          renewal ->
              out.append("- [ ] ")
                  .append(MarkdownText.escape(renewal(renewal, readiness, say)))
                  .append('\n'));
    }
    return out.toString();
  }

  /** The work lists as one page, a sheet of paper for each department. */
  public static String html(List<WorkList> lists, Readiness readiness, Language language) {
    Phrases say = new Phrases(language);
    StringBuilder body = new StringBuilder();
    for (WorkList list : lists) {
      list.html(body, readiness, say);
    }
    if (lists.isEmpty()) {
      body.append("<p>").append(nothing(say)).append("</p>\n");
    }
    return HtmlText.page(
        say.say("รายการงานของแต่ละหน่วยงาน", "Work lists") + " – " + readiness.catalog().name(),
        language,
        body.toString());
  }

  /** What to say when nobody has anything to do. */
  public static String nothing(Language language) {
    return nothing(new Phrases(language));
  }

  private static String nothing(Phrases say) {
    return say.say("ไม่มีงานค้าง ทุกข้อผ่านแล้ว", "nothing to do: every item passes");
  }

  private void html(StringBuilder out, Readiness readiness, Phrases say) {
    out.append("<section class=\"sheet\">\n<h1>").append(HtmlText.escape(title(say)));
    out.append("</h1>\n<p class=\"meta\">");
    out.append(HtmlText.escape(readiness.config().organization().name().th())).append(" · ");
    out.append(say.say("ข้อมูล ณ ", "as of ")).append(say.day(readiness.today()));
    readiness
        .deadlines()
        .day(Deadlines.Kind.OWN)
        .ifPresent(
            own ->
                out.append(" · ")
                    .append(say.say("ต้องเผยแพร่ให้ครบภายใน ", "everything must stand by "))
                    .append(say.day(own))
                    .append(" (")
                    .append(say.left(readiness.deadlines().daysLeft(own)))
                    .append(')'));
    out.append("</p>\n");
    for (Task task : tasks) {
      out.append("<h2>").append(HtmlText.escape(heading(task, say))).append("</h2>\n");
      out.append("<ul class=\"todo\">\n");
      for (Finding todo : task.todos()) {
        out.append("<li>").append(HtmlText.escape(todo.message().in(say.language())));
        if (todo.hint() != null) {
          out.append("<br><span class=\"hint\">").append(say.say("วิธีแก้: ", "Remedy: "));
          out.append(HtmlText.escape(todo.hint().in(say.language()))).append("</span>");
        }
        if (todo.source() != null) {
          out.append("<br><code>").append(HtmlText.escape(todo.source().toString()));
          out.append("</code>");
        }
        out.append("</li>\n");
      }
      out.append("</ul>\n");
    }
    if (!renewals.isEmpty()) {
      out.append("<h2>").append(renewalsTitle(say)).append("</h2>\n<ul class=\"todo\">\n");
      for (Deadlines.Renewal renewal : renewals) {
        out.append("<li>").append(HtmlText.escape(renewal(renewal, readiness, say)));
        out.append("</li>\n");
      }
      out.append("</ul>\n");
    }
    out.append("</section>\n");
  }

  private String title(Phrases say) {
    if (department == null) {
      return say.say(
          "งานของผู้ดูแลเว็บไซต์ (ยังไม่มีหน่วยงานรับผิดชอบ)", "The webmaster (nobody's yet)");
    }
    String who = name + (head == null ? "" : " (" + head + ")");
    return who
        + say.say(
            " ผ่าน " + passed + " จาก " + items + " ข้อ",
            ": " + passed + " of " + items + " items pass");
  }

  private static String heading(Task task, Phrases say) {
    if (task.item() == null) {
      return say.say("เรื่องอื่นของเว็บไซต์", "The rest of the site");
    }
    String what = task.item().id() + " " + task.item().name();
    if (task.loss() == null) {
      return what + say.say(" (ผ่านแล้ว มีข้อควรแก้)", " (passes, with warnings)");
    }
    String points =
        task.loss().ofWhole() == null
            ? Phrases.score(task.loss().points()) + say.say(" คะแนน OIT", " OIT points")
            : Phrases.score(task.loss().ofWhole()) + say.say(" คะแนน", " points");
    return what
        + " ("
        + say.status(task.item().status())
        + say.say(", เสีย ", ", costs ")
        + points
        + ")";
  }

  private static String renewalsTitle(Phrases say) {
    return say.say("ข้อมูลที่ถึงรอบปรับปรุง", "Due for renewal");
  }

  private static String renewal(Deadlines.Renewal renewal, Readiness readiness, Phrases say) {
    return renewal.item()
        + " "
        + renewal.name()
        + ": "
        + say.say(renewal.every().words())
        + say.say(" ครบกำหนด ", ", due ")
        + say.day(renewal.due())
        + " ("
        + say.left(readiness.deadlines().daysLeft(renewal.due()))
        + ")";
  }
}
