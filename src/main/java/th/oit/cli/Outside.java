package th.oit.cli;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import th.oit.check.OtherHosts;
import th.oit.network.ExternalCheck;
import th.oit.network.Network;
import th.oit.network.NetworkSettings;

/**
 * The network for as long as a command needs it. When somebody presses Ctrl-C nothing more is
 * asked, and the command still reports what it has, before the program ends.
 */
final class Outside implements AutoCloseable {
  /** More than a report takes; whoever waits longer presses Ctrl-C again or kills it. */
  private static final int REPORT_SECONDS = 20;

  private final Network network;
  private final Thread hook;
  private final CountDownLatch reported = new CountDownLatch(1);
  private volatile boolean interrupted;

  /** Opens it; no socket is opened before something is asked. */
  Outside(NetworkSettings settings) {
    this.network = new Network(settings);
    this.hook = new Thread(this::interrupt, "oit-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupt() {
    interrupted = true;
    network.stop();
    try {
      reported.await(REPORT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Network network() {
    return network;
  }

  /** Whether somebody wants the program to end. */
  boolean interrupted() {
    return interrupted;
  }

  /** The check of links to other hosts, which tells how far it is. */
  OtherHosts hosts(boolean https, Progress progress) {
    Set<String> hosts = new HashSet<>();
    return new ExternalCheck(
        network,
        https,
        (answered, of, host) -> {
          hosts.add(String.valueOf(host));
          String count = answered + "/" + of;
          progress.stage(
              "กำลังถามเว็บไซต์อื่น " + count + " ที่อยู่ (" + hosts.size() + " เว็บไซต์) " + host,
              "asking other sites: " + count + " addresses (" + hosts.size() + " hosts) " + host);
        });
  }

  /** To be closed when the report has been printed. */
  @Override
  public void close() {
    try {
      network.close();
    } finally {
      reported.countDown();
      if (!interrupted) {
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
          // the program is ending already
        }
      }
    }
  }
}
