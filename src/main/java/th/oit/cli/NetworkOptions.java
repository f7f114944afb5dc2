package th.oit.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.network.NetworkSettings;
import th.oit.network.ProxySettings;
import th.oit.text.TimeSpan;

/**
 * The options of the commands that ask other hosts. What is given here goes before {@code
 * site-config.yml}, and that before the environment.
 */
final class NetworkOptions {
  @Option(names = "--timeout", paramLabel = "TIME", converter = TimeConverter.class)
  Duration timeout;

  @Option(names = "--budget", paramLabel = "TIME", converter = TimeConverter.class)
  Duration budget;

  @Option(names = "--requests", paramLabel = "N", converter = CountConverter.class)
  Integer requests;

  @Option(names = "--proxy", paramLabel = "URL")
  String proxy;

  @Option(names = "--ca", paramLabel = "FILE")
  Path ca;

  @Option(names = "--no-cache")
  boolean noCache;

  static final class TimeConverter implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      return TimeSpan.parse(value)
          .filter(time -> !time.isZero())
          .orElseThrow(
              () -> new CommandLine.TypeConversionException("'" + value + "': 20s, 10m, 1h"));
    }
  }

  static final class CountConverter implements CommandLine.ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("[1-9]\\d{0,8}")) {
        throw new CommandLine.TypeConversionException("'" + value + "': 1, 2, 3 …");
      }
      return Integer.valueOf(value);
    }
  }

  /**
   * How the network is to be asked.
   *
   * @param config the site's settings, where there is a site
   * @param folder the site's folder, where good answers are kept; empty to keep none
   * @throws UnusableInput when a proxy is no address
   */
  NetworkSettings settings(
      Main.Surroundings around, Optional<SiteConfig> config, Optional<Path> folder) {
    NetworkSettings.Builder settings =
        NetworkSettings.usual().with().proxy(proxyOf(around, config)).userAgent(agent(config));
    SiteConfig.External asked =
        config.map(read -> read.checks().external()).orElse(SiteConfig.External.NONE);
    set(asked.timeout(), settings::timeout);
    set(asked.pause(), settings::pause);
    set(asked.budget(), settings::budget);
    set(asked.perHost(), settings::perHost);
    set(asked.retries(), settings::retries);
    set(asked.requests(), settings::mostRequests);
    set(asked.userAgent(), settings::userAgent);
    settings.loginHosts(asked.loginHosts());
    if (asked.ca() != null) {
      settings.extraCa(folder.orElse(around.folder()).resolve(asked.ca()));
    }
    set(timeout, settings::timeout);
    set(budget, settings::budget);
    set(requests, settings::mostRequests);
    if (ca != null) {
      settings.extraCa(around.folder().resolve(ca));
    }
    if (!noCache && folder.isPresent()) {
      settings.cacheFile(Workshop.workFolder(folder.get()).resolve("external-links.json"));
    }
    NetworkSettings made = settings.build();
    return made.connectTimeout().compareTo(made.timeout()) > 0
        ? made.with().connectTimeout(made.timeout()).build()
        : made;
  }

  private interface Setter<T> {
    Object set(T value);
  }

  private static <T> void set(T value, Setter<T> setter) {
    if (value != null) {
      setter.set(value);
    }
  }

  /** Says honestly who asks, so that those who run a server know whom to tell. */
  private static String agent(Optional<SiteConfig> config) {
    String site = config.map(read -> "; +" + read.baseUrl().absolute("/")).orElse("");
    return "Mozilla/5.0 (compatible; oit/" + Version.number() + "; link check" + site + ")";
  }

  private ProxySettings proxyOf(Main.Surroundings around, Optional<SiteConfig> config) {
    SiteConfig.External asked =
        config.map(read -> read.checks().external()).orElse(SiteConfig.External.NONE);
    if (proxy != null) {
      return proxy(proxy, asked.noProxy(), Source.of("--proxy"));
    }
    if (asked.proxy() != null) {
      return proxy(asked.proxy(), asked.noProxy(), asked.proxyAt());
    }
    try {
      return ProxySettings.fromEnvironment(around.environment());
    } catch (IllegalArgumentException e) {
      throw noProxy(e.getMessage(), Source.of(e.getMessage()));
    }
  }

  private static ProxySettings proxy(String written, List<String> except, Source at) {
    try {
      return ProxySettings.of(ProxySettings.address(written), except);
    } catch (IllegalArgumentException e) {
      throw noProxy(written, at);
    }
  }

  private static UnusableInput noProxy(String written, Source at) {
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_VALUE,
                "\"" + written + "\" ไม่ใช่ที่อยู่ของพร็อกซีแบบ HTTP",
                "'" + written + "' is not the address of an HTTP proxy")
            .at(at)
            .about(written)
            .hint(
                "เขียนแบบ http://proxy.example.go.th:3128",
                "write it like http://proxy.example.go.th:3128"));
  }
}
