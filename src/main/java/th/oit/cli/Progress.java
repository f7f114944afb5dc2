package th.oit.cli;

import java.io.PrintStream;
import th.oit.text.Language;
import th.oit.text.Words;

/**
 * What is being done, on one line of the terminal that is wiped at the end. Nothing is drawn in the
 * first quarter of a second, so that quick runs stay quiet, and nothing at all without a terminal.
 */
final class Progress implements AutoCloseable {
  private static final long QUIET_MILLIS = 250;
  private static final long STEP_MILLIS = 100;

  private final PrintStream out;
  private final Language language;
  private volatile Words stage = Words.same("");
  private volatile boolean drawn;
  private final StageTimes times;
  private Thread drawer;

  /**
   * @param out null to draw nothing
   * @param times null when nobody asks for them
   */
  Progress(PrintStream out, Language language, StageTimes times) {
    this.out = out;
    this.times = times;
    this.language = language;
    if (out != null) {
      drawer = new Thread(this::draw, "oit-progress");
      drawer.setDaemon(true);
      drawer.start();
    }
  }

  /** Says what is done from now on. */
  void stage(String th, String en) {
    stage = Words.of(th, en);
    if (times != null) {
      times.begin(en);
    }
  }

  private void draw() {
    try {
      Thread.sleep(QUIET_MILLIS);
      while (!Thread.currentThread().isInterrupted()) {
        drawn = true;
        out.print("\r\u001B[K" + stage.in(language) + " …");
        out.flush();
        Thread.sleep(STEP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (times != null) {
      times.begin("reporting");
    }
    if (drawer != null) {
      drawer.interrupt();
      try {
        drawer.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (drawn) {
        out.print("\r\u001B[K");
        out.flush();
      }
    }
  }
}
