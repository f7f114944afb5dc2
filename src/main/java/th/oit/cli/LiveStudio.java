package th.oit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import th.oit.check.OtherHosts;
import th.oit.check.Outcome;
import th.oit.check.ShownItem;
import th.oit.check.links.LinkMemory;
import th.oit.config.SiteConfig;
import th.oit.content.ContentMemory;
import th.oit.content.ContentReader;
import th.oit.document.DocumentReader;
import th.oit.document.StatedYears;
import th.oit.hosting.Hosting;
import th.oit.identity.Print;
import th.oit.readiness.Readiness;
import th.oit.render.Kept;
import th.oit.render.Sink;
import th.oit.render.SourceMap;
import th.oit.serve.Draft;
import th.oit.serve.Studio;
import th.oit.site.YearList;
import th.oit.work.Workers;

/**
 * Makes one site again and again in one process: what has not changed is neither read nor made
 * anew, and what was found out about files is kept in memory, so that a run of another command
 * beside it is not disturbed.
 */
final class LiveStudio implements Studio {
  private final Path folder;
  private final Supplier<LocalDate> today;
  private final int jobs;
  private final Workers workers;
  private final Consumer<SiteConfig> configured;
  private final DocumentReader documents;
  private final StatedYears statedYears;
  private final ContentMemory memory = new ContentMemory();
  private final Kept kept = new Kept();
  private final LinkMemory links = new LinkMemory();
  private volatile SiteConfig config;
  private LocalDate day;

  /**
   * @param today the day for which the site is made, asked for each time
   * @param configured told every configuration that can be used
   */
  LiveStudio(
      Path folder,
      Supplier<LocalDate> today,
      int jobs,
      Workers workers,
      Consumer<SiteConfig> configured) {
    this.folder = folder;
    this.today = today;
    this.jobs = jobs;
    this.workers = workers;
    this.configured = configured;
    // What other commands have found out is read, and never written: they may be at it.
    this.documents = Workshop.documents(Optional.of(folder));
    this.statedYears = Workshop.statedYears(Optional.of(folder));
  }

  @Override
  public Rendering render(Draft draft) throws IOException {
    day = today.get();
    SiteConfig read = Workshop.config(folder);
    config = read;
    configured.accept(read);
    Workshop workshop = Workshop.open(folder, read, day, workers, memory);
    SourceMap origins = workshop.render(new DraftSink(draft), documents, workers, kept);
    return new Rendered(workshop, origins);
  }

  @Override
  public boolean isOutdated() {
    return day != null && !day.equals(today.get());
  }

  @Override
  public Set<Path> sources() {
    Set<Path> sources = new LinkedHashSet<>();
    sources.add(folder.resolve("site-config.yml"));
    sources.add(folder.resolve(ContentReader.FOLDER));
    sources.add(folder.resolve("templates"));
    SiteConfig read = config;
    if (read != null && read.assessment().catalog() != null) {
      sources.add(folder.resolve(read.assessment().catalog()).normalize());
    }
    return sources;
  }

  /** Hands everything to a draft. */
  private record DraftSink(Draft draft) implements Sink {
    @Override
    public void write(String output, byte[] bytes) {
      draft.write(output, bytes, Print.of(bytes));
    }

    @Override
    public void copy(String output, Path from) {
      throw new IllegalStateException("without a print: " + output);
    }

    @Override
    public void write(String output, byte[] bytes, Print print) {
      draft.write(output, bytes, print);
    }

    @Override
    public void copy(String output, Path from, Print print) {
      draft.copy(output, from, print);
    }

    @Override
    public boolean keep(String output, Print print) {
      return draft.keep(output, print);
    }
  }

  private final class Rendered implements Rendering {
    private final Workshop workshop;
    private final SourceMap origins;

    Rendered(Workshop workshop, SourceMap origins) {
      this.workshop = workshop;
      this.origins = origins;
    }

    @Override
    public String basePath() {
      return workshop.config().baseUrl().path();
    }

    @Override
    public Map<String, Map<String, String>> headers() {
      Map<String, Map<String, String>> headers = new HashMap<>();
      if (!workshop.config().hosting().isEmpty()) {
        // What is stopped by the host must not work here.
        String name = "Content-Security-Policy";
        headers.put("html", Map.of(name, Hosting.POLICY));
        headers.put("svg", Map.of(name, Hosting.DRAWING_POLICY));
      }
      return headers;
    }

    @Override
    public Judgement judge(Path tree, Map<String, Print> prints, BooleanSupplier stopped)
        throws IOException {
      Outcome outcome =
          workshop.judge(
              tree, origins, documents, statedYears, jobs, OtherHosts.NONE, links, prints, stopped);
      Optional<YearList> assessed = workshop.site().assessed();
      if (assessed.isEmpty()) {
        return new Judgement(null, outcome.findings());
      }
      Readiness readiness =
          Readiness.of(
              workshop.config(),
              assessed.get().catalog(),
              outcome.items(),
              outcome.findings(),
              StatusCommand.upkeep(ShownItem.read(tree, outcome.items())),
              workshop.today());
      return new Judgement(readiness, outcome.findings());
    }
  }
}
