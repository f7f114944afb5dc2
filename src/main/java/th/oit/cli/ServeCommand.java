package th.oit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import th.oit.check.Outcome;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.output.RunLock;
import th.oit.report.Report;
import th.oit.serve.LivePages;
import th.oit.serve.LiveSite;
import th.oit.serve.SiteServer;
import th.oit.serve.Studio;
import th.oit.serve.Watch;
import th.oit.serve.Witness;
import th.oit.text.Words;
import th.oit.work.Workers;

/** Shows the site on this machine while it is being written. */
@Command(name = "serve", sortOptions = false)
final class ServeCommand extends SiteCommand {
  private static final String HERE = "127.0.0.1";
  private static final int USUAL_PORT = 8000;

  /** How many ports are tried from the usual one on. */
  private static final int PORTS = 100;

  private static final int MOST_PORTS = 65_535;

  @Option(names = "--port", paramLabel = "N")
  Integer port;

  @Option(names = "--host", paramLabel = "ADDRESS")
  String host = HERE;

  @Option(names = "--open")
  boolean open;

  @Option(names = "--poll", paramLabel = "MS", arity = "0..1", fallbackValue = "500")
  Integer poll;

  @Spec CommandSpec spec;

  ServeCommand(Main.Surroundings around) {
    super(around, "serve");
  }

  @Override
  List<CommonOptions.Format> formats() {
    return List.of(CommonOptions.Format.TEXT);
  }

  @Override
  boolean leavesReport() {
    return false;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = siteFolder();
    if (poll != null && poll < 10) {
      throw number("--poll", poll, "10");
    }
    if (port != null && (port < 0 || port > MOST_PORTS)) {
      throw number("--port", port, "8000");
    }
    Path own = Files.createDirectories(Workshop.workFolder(folder).resolve("serve"));
    try (RunLock lock = lock(own);
        Workers workers = new Workers(options.jobs)) {
      boolean dayIsGiven = spec.commandLine().getParseResult().hasMatchedOption("--today");
      Supplier<LocalDate> today = dayIsGiven ? () -> options.today : LocalDate::now;
      LiveStudio studio = new LiveStudio(folder, today, options.jobs, workers, this::use);
      LivePages pages = new LivePages(folder, this::language, this::excerpt);
      Teller teller = new Teller();
      try (LiveSite site = new LiveSite(studio, own.resolve("site"), teller);
          SiteServer server = bind(site, pages)) {
        serve(folder, studio, site, server, teller);
      }
    }
    return 0;
  }

  private void serve(
      Path folder, LiveStudio studio, LiveSite site, SiteServer server, Teller teller)
      throws IOException {
    // Who presses Ctrl-C wants it to end at once, and that is no failure.
    Thread farewell =
        new Thread(
            () -> {
              server.close();
              around.out().flush();
              Runtime.getRuntime().halt(0);
            },
            "oit-farewell");
    Runtime.getRuntime().addShutdownHook(farewell);
    // Watched from before the first reading on, so that no change falls between the two.
    try (Watch watch = Watch.of(folder, studio::sources, poll == null ? 0 : poll)) {
      try (Progress progress = progress()) {
        progress.stage("กำลังสร้างเว็บไซต์", "making the site");
        site.begin();
      }
      teller.begin();
      server.start();
      String url = "http://" + shownHost() + ":" + server.port() + "/";
      tellWhere(url, watch);
      if (open) {
        openBrowser(url);
      }
      site.follow(watch);
    } catch (InterruptedException e) {
      return; // whoever interrupts it wants it to end
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(farewell);
      } catch (IllegalStateException e) {
        // The program is ending already.
      }
    }
  }

  private static UnusableInput number(String option, int value, String example) {
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_VALUE,
                "ใช้ " + option + " " + value + " ไม่ได้",
                option + " cannot be " + value)
            .at(Source.of(option))
            .about(Integer.toString(value))
            .hint("เช่น " + option + " " + example, "such as " + option + " " + example));
  }

  private static RunLock lock(Path own) throws IOException {
    return RunLock.take(own)
        .orElseThrow(
            () ->
                new UnusableInput(
                    Finding.of(
                            Rule.RUN_LOCKED,
                            "มี oit serve ของเว็บไซต์นี้เปิดอยู่แล้ว",
                            "this site is being served already")
                        .at(Source.of(".oit/serve/lock"))
                        .hint(
                            "ใช้หน้าต่างที่เปิดอยู่ หรือกด Ctrl-C ที่นั่นก่อน แล้วสั่งใหม่",
                            "use the one that runs, or stop it with Ctrl-C and try again")));
  }

  /** Takes the port that was asked for, or else the first that is free. */
  private SiteServer bind(LiveSite site, LivePages pages) {
    int first = port == null ? USUAL_PORT : port;
    int last = port == null ? USUAL_PORT + PORTS - 1 : port;
    for (int each = first; each <= last; each++) {
      try {
        Optional<SiteServer> server = SiteServer.bind(host, each, site, pages);
        if (server.isPresent()) {
          return server.get();
        }
      } catch (IOException e) {
        throw new UnusableInput(
            Finding.of(
                    Rule.SOURCE_VALUE,
                    "เปิดที่ " + host + ":" + each + " ไม่ได้: " + e.getMessage(),
                    "cannot listen at " + host + ":" + each + ": " + e.getMessage())
                .at(Source.of(port == null ? "--host" : "--port"))
                .hint(
                    "ใช้เฉพาะเครื่องนี้ไม่ต้องใส่ --host และใช้พอร์ตตั้งแต่ 1024 ขึ้นไป",
                    "leave --host away for this machine alone, and use a port from 1024 on"));
      }
    }
    throw new UnusableInput(
        Finding.of(
                Rule.SOURCE_VALUE,
                port == null
                    ? "พอร์ต " + first + " ถึง " + last + " มีโปรแกรมอื่นใช้อยู่ทั้งหมด"
                    : "พอร์ต " + port + " มีโปรแกรมอื่นใช้อยู่",
                port == null
                    ? "the ports " + first + " to " + last + " are all taken"
                    : "another program has the port " + port)
            .at(Source.of("--port"))
            .about(Integer.toString(first))
            .hint(
                "เลือกพอร์ตอื่น เช่น --port 8080 หรือไม่ใส่ --port เพื่อให้โปรแกรมหาพอร์ตว่างเอง",
                "choose another one, such as --port 8080, or leave --port away"));
  }

  private String shownHost() {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return everywhere
        ? HERE
        : host.contains(":") ? "[" + host.replaceAll("[\\[\\]]", "") + "]" : host;
  }

  private void tellWhere(String url, Watch watch) {
    around.out().println(Words.of("เว็บไซต์: " + url, "The site: " + url).in(language()));
    around.out().flush();
    say("แผงความพร้อม: " + url + "_oit/", "Readiness: " + url + "_oit/");
    if (watch.polls()) {
      say(
          "โฟลเดอร์นี้ต้องคอยดูการแก้ไฟล์เป็นระยะ จึงอาจช้ากว่าปกติเล็กน้อย",
          "Changes are looked for now and then, which takes a little longer.");
    }
    if (!host.equals(HERE) && !host.equals("localhost") && !host.equals("::1")) {
      around
          .err()
          .println(
              Words.of(
                      "คำเตือน: เครื่องอื่นในเครือข่ายเปิดดูเว็บไซต์นี้ได้ รวมทั้งที่ยังไม่เผยแพร่",
                      "Warning: other machines of the network can see this site, unpublished as it"
                          + " is.")
                  .in(language()));
      around.err().flush();
    }
    say(
        "แก้ไฟล์แล้วบันทึก หน้าเว็บจะเปลี่ยนเอง กด Ctrl-C เพื่อหยุด",
        "Save a file, and the page follows. Ctrl-C stops.");
  }

  private void say(String th, String en) {
    if (!options.quiet) {
      around.out().println(Words.of(th, en).in(language()));
      around.out().flush();
    }
  }

  /** Asks the system to open its browser; who has none still has the address. */
  private void openBrowser(String url) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
            : List.of(system.contains("mac") ? "open" : "xdg-open", url);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      say(
          "เปิดเบราว์เซอร์ให้ไม่ได้ โปรดเปิด " + url + " เอง",
          "No browser could be opened; go to " + url);
    }
  }

  /** Tells on the terminal what happens. */
  private final class Teller implements Witness {
    private boolean first = true;

    /** What is to be said when the line that tells of progress is gone; null from then on. */
    private List<Runnable> later = new ArrayList<>();

    private synchronized void tell(Runnable saying) {
      if (later == null) {
        saying.run();
      } else {
        later.add(saying);
      }
    }

    synchronized void begin() {
      later.forEach(Runnable::run);
      later = null;
    }

    @Override
    public void made(int files, int changed, long millis) {
      tell(() -> sayMade(files, changed, millis));
    }

    private void sayMade(int files, int changed, long millis) {
      if (first) {
        say(
            "สร้างแล้ว " + files + " ไฟล์ ใน " + millis + " มิลลิวินาที",
            files + " files made in " + millis + " ms");
      } else {
        say(
            "สร้างใหม่ เปลี่ยน " + changed + " ไฟล์ ใน " + millis + " มิลลิวินาที",
            "made anew, "
                + changed
                + (changed == 1 ? " file" : " files")
                + " changed, in "
                + millis
                + " ms");
      }
      first = false;
    }

    @Override
    public void unusable(List<Finding> findings, Words other) {
      tell(() -> sayUnusable(findings, other));
    }

    private void sayUnusable(List<Finding> findings, Words other) {
      if (other != null) {
        around.err().println("oit: " + other.in(language()));
      } else {
        Outcome nothing = new Outcome(0, 0, List.of(), findings);
        Report report = ServeCommand.this.made(nothing, null, Report.Verdict.UNUSABLE, null);
        // Its last words are those of a run that ends; this one goes on.
        String text = text(report);
        around.err().print(text.substring(0, text.lastIndexOf("\n\n") + 1));
        around
            .err()
            .println(
                Words.of(
                        "แก้ไฟล์แล้วบันทึก ระหว่างนี้แสดงเว็บไซต์ล่าสุดที่ใช้ได้ (ถ้ามี)",
                        "Mend it and save; until then you see the last good site, if there is one.")
                    .in(language()));
      }
      around.err().flush();
    }

    @Override
    public void judged(Studio.Judgement judgement) {
      tell(() -> sayJudged(judgement));
    }

    private void sayJudged(Studio.Judgement judgement) {
      long errors = count(judgement, Severity.ERROR);
      long warnings = count(judgement, Severity.WARNING);
      String passed =
          judgement.readiness() == null
              ? ""
              : judgement.readiness().passed() + "/" + judgement.readiness().items().size();
      say(
          "ตรวจแล้ว"
              + (passed.isEmpty() ? "" : " ผ่าน " + passed + " ข้อ")
              + " ต้องแก้ "
              + errors
              + " ควรแก้ "
              + warnings,
          "checked: "
              + (passed.isEmpty() ? "" : passed + " items pass, ")
              + errors
              + " errors, "
              + warnings
              + " warnings");
    }

    private static long count(Studio.Judgement judgement, Severity severity) {
      return judgement.findings().stream().filter(f -> f.severity() == severity).count();
    }

    @Override
    public void fault(Exception fault) {
      if (options.debug) {
        fault.printStackTrace(around.err());
        around.err().flush();
      }
    }
  }
}
