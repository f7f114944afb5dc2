package th.oit.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ConcurrentHashMap;

/** Whether there is a host of a name. */
interface Names {
  /** What the name service says. */
  enum Known {
    YES,
    NO,
    UNSURE
  }

  Known lookUp(String host);

  /**
   * What the machine's own resolver says, each name asked once.
   *
   * <p>A resolver that knows only the office's own names, or none because the line is down, must
   * not make all the world look dead: no name is called unknown unless a name that has always been
   * there, one of the root of the name service itself, is known.
   */
  static Names ofThisMachine() {
    return new Names() {
      private static final String ALWAYS_THERE = "a.root-servers.net";
      private final ConcurrentHashMap<String, Known> asked = new ConcurrentHashMap<>();

      @Override
      public Known lookUp(String host) {
        Known known = asked.computeIfAbsent(host, Names::ask);
        return known == Known.NO && asked.computeIfAbsent(ALWAYS_THERE, Names::ask) != Known.YES
            ? Known.UNSURE
            : known;
      }
    };
  }

  private static Known ask(String host) {
    try {
      InetAddress.getAllByName(host);
      return Known.YES;
    } catch (UnknownHostException e) {
      String message = String.valueOf(e.getMessage());
      return message.contains("emporary") ? Known.UNSURE : Known.NO;
    }
  }
}
