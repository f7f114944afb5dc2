package th.oit.network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the network is asked: how politely, how long, how much.
 *
 * <p>Begin with {@link #usual()} and change what is to differ.
 *
 * @param perHost most requests under way at one host
 * @param atOnce most asks under way in all
 * @param pause least time between two requests to one host
 * @param connectTimeout for making a connection
 * @param timeout for one request from its start to the last byte taken; of a file, to its first
 * @param fileTimeout for the whole body of a {@link Depth#FILE}
 * @param retries how often a request is made again when it failed in a way that may pass
 * @param retryPause before the first repetition; doubled for each further one, and varied by chance
 * @param mostRetryAfter longest wait that a host may ask for; when it asks for more, it is left
 *     alone
 * @param mostRedirects how many are followed
 * @param budget for everything asked of one {@link Network}, from its making; null for none
 * @param mostRequests to be made in all; 0 for any number
 * @param mostPageBytes taken of a {@link Depth#PAGE}
 * @param mostFileBytes taken of a {@link Depth#FILE}
 * @param extraCa file with further certificate authorities in PEM, such as the office's own; null
 *     for none
 * @param cacheFile where good answers are kept between runs; null for none
 * @param cacheTime how long they count
 * @param loginHosts hosts, with all below them, that open only for those with an account
 * @param seed of the chance in the pauses before repetitions
 */
public record NetworkSettings(
    int perHost,
    int atOnce,
    Duration pause,
    Duration connectTimeout,
    Duration timeout,
    Duration fileTimeout,
    int retries,
    Duration retryPause,
    Duration mostRetryAfter,
    int mostRedirects,
    Duration budget,
    int mostRequests,
    long mostPageBytes,
    long mostFileBytes,
    String userAgent,
    ProxySettings proxy,
    Path extraCa,
    Path cacheFile,
    Duration cacheTime,
    List<String> loginHosts,
    long seed) {

  public NetworkSettings {
    loginHosts = List.copyOf(loginHosts);
    if (perHost < 1 || atOnce < 1 || retries < 0 || mostRedirects < 0 || mostRequests < 0) {
      throw new IllegalArgumentException("a number out of its range");
    }
  }

  /** Two requests at a time and four a second at one host, twenty seconds each. */
  public static NetworkSettings usual() {
    return new Builder().build();
  }

  /** The same, to be changed. */
  public Builder with() {
    Builder builder = new Builder();
    builder.perHost = perHost;
    builder.atOnce = atOnce;
    builder.pause = pause;
    builder.connectTimeout = connectTimeout;
    builder.timeout = timeout;
    builder.fileTimeout = fileTimeout;
    builder.retries = retries;
    builder.retryPause = retryPause;
    builder.mostRetryAfter = mostRetryAfter;
    builder.mostRedirects = mostRedirects;
    builder.budget = budget;
    builder.mostRequests = mostRequests;
    builder.mostPageBytes = mostPageBytes;
    builder.mostFileBytes = mostFileBytes;
    builder.userAgent = userAgent;
    builder.proxy = proxy;
    builder.extraCa = extraCa;
    builder.cacheFile = cacheFile;
    builder.cacheTime = cacheTime;
    builder.loginHosts = loginHosts;
    builder.seed = seed;
    return builder;
  }

  /** Settings being put together; what is not named keeps its usual value. */
  public static final class Builder {
    private int perHost = 2;
    private int atOnce = 32;
    private Duration pause = Duration.ofMillis(250);
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration timeout = Duration.ofSeconds(20);
    private Duration fileTimeout = Duration.ofMinutes(3);
    private int retries = 2;
    private Duration retryPause = Duration.ofMillis(800);
    private Duration mostRetryAfter = Duration.ofSeconds(120);
    private int mostRedirects = 5;
    private Duration budget;
    private int mostRequests;
    private long mostPageBytes = 8_000_000;
    private long mostFileBytes = 200_000_000;
    private String userAgent = "Mozilla/5.0 (compatible; oit; link check)";
    private ProxySettings proxy = ProxySettings.NONE;
    private Path extraCa;
    private Path cacheFile;
    private Duration cacheTime = Duration.ofDays(7);
    private List<String> loginHosts = List.of();
    private long seed;

    private Builder() {}

    public Builder perHost(int value) {
      perHost = value;
      return this;
    }

    public Builder atOnce(int value) {
      atOnce = value;
      return this;
    }

    public Builder pause(Duration value) {
      pause = value;
      return this;
    }

    public Builder connectTimeout(Duration value) {
      connectTimeout = value;
      return this;
    }

    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    public Builder fileTimeout(Duration value) {
      fileTimeout = value;
      return this;
    }

    public Builder retries(int value) {
      retries = value;
      return this;
    }

    public Builder retryPause(Duration value) {
      retryPause = value;
      return this;
    }

    public Builder mostRetryAfter(Duration value) {
      mostRetryAfter = value;
      return this;
    }

    public Builder mostRedirects(int value) {
      mostRedirects = value;
      return this;
    }

    public Builder budget(Duration value) {
      budget = value;
      return this;
    }

    public Builder mostRequests(int value) {
      mostRequests = value;
      return this;
    }

    public Builder mostPageBytes(long value) {
      mostPageBytes = value;
      return this;
    }

    public Builder mostFileBytes(long value) {
      mostFileBytes = value;
      return this;
    }

    public Builder userAgent(String value) {
      userAgent = value;
      return this;
    }

    public Builder proxy(ProxySettings value) {
      proxy = value;
      return this;
    }

    public Builder extraCa(Path value) {
      extraCa = value;
      return this;
    }

    public Builder cacheFile(Path value) {
      cacheFile = value;
      return this;
    }

    public Builder cacheTime(Duration value) {
      cacheTime = value;
      return this;
    }

    public Builder loginHosts(List<String> value) {
      loginHosts = value;
      return this;
    }

    public Builder seed(long value) {
      seed = value;
      return this;
    }

    public NetworkSettings build() {
      return new NetworkSettings(
          perHost,
          atOnce,
          pause,
          connectTimeout,
          timeout,
          fileTimeout,
          retries,
          retryPause,
          mostRetryAfter,
          mostRedirects,
          budget,
          mostRequests,
          mostPageBytes,
          mostFileBytes,
          userAgent,
          proxy,
          extraCa,
          cacheFile,
          cacheTime,
          loginHosts,
          seed);
    }
  }
}
