package th.oit.render;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import th.oit.identity.Print;

/** Notes what one piece of the work makes, while it passes it on. For one thread. */
final class Trace {
  private final Map<String, Print> outputs = new LinkedHashMap<>();
  private final Set<String> copies = new TreeSet<>();
  private SearchIndex.Entry entry;
  private List<Dataset> datasets = List.of();

  void wrote(String output, Print print) {
    outputs.put(output, print);
  }

  /** Notes that the piece asks for a smaller copy of a picture. */
  void asked(String copy) {
    copies.add(copy);
  }

  void entry(SearchIndex.Entry known) {
    entry = known;
  }

  void datasets(List<Dataset> made) {
    datasets = made;
  }

  /**
   * What has been made.
   *
   * @param origins null when nobody will keep it
   */
  Made made(Print key, SourceMap origins) {
    Map<String, SourceMap.Page> pages = new HashMap<>();
    if (origins != null) {
      for (String output : outputs.keySet()) {
        SourceMap.Page page = origins.known(output);
        if (page != null) {
          pages.put(output, page);
        }
      }
    }
    return new Made(key, outputs, copies, pages, entry, datasets);
  }

  /** Passes everything on, and notes it for the piece of the work that its thread is at. */
  static final class NotingSink implements Sink {
    private final Sink sink;
    private final ThreadLocal<Trace> current = new ThreadLocal<>();
    private final Map<Path, Print> prints;

    /**
     * @param prints of the files that may be published as they are; null to note nothing
     */
    NotingSink(Sink sink, Map<Path, Print> prints) {
      this.sink = sink;
      this.prints = prints;
    }

    /** Begins a piece of the work on this thread. */
    Trace begin() {
      Trace trace = new Trace();
      current.set(trace);
      return trace;
    }

    void end() {
      current.remove();
    }

    /** The piece at which this thread is; one that nobody reads when nothing is noted. */
    Trace trace() {
      Trace trace = current.get();
      return trace == null ? new Trace() : trace;
    }

    @Override
    public void write(String output, byte[] bytes) {
      if (prints == null) {
        trace().wrote(output, Print.NONE);
        sink.write(output, bytes);
      } else {
        Print print = Print.of(bytes);
        trace().wrote(output, print);
        sink.write(output, bytes, print);
      }
    }

    @Override
    public void copy(String output, Path from) {
      Print print = prints == null ? null : prints.get(from);
      if (print == null) {
        sink.copy(output, from);
      } else {
        trace().wrote(output, print);
        sink.copy(output, from, print);
      }
    }

    @Override
    public boolean keep(String output, Print print) {
      return sink.keep(output, print);
    }
  }
}
