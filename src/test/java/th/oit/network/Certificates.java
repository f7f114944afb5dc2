package th.oit.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates good and bad, made for one run by the keytool of the JDK. */
final class Certificates {
  private static final String PASSWORD = "for-tests-only";

  private final Path folder;
  private final Path store;

  /**
   * Makes an authority and four certificates: {@code fine}, {@code other} (of another name), {@code
   * expired}, and {@code self}, which nobody signed.
   */
  Certificates(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.store = folder.resolve("keys.p12");
    String here = "san=dns:localhost,ip:127.0.0.1";
    make("ca", "-ext", "bc:c");
    make("fine", "-signer", "ca", "-ext", here);
    make("other", "-signer", "ca", "-ext", "san=dns:other.example");
    make("expired", "-signer", "ca", "-ext", here, "-startdate", "-10d", "-validity", "5");
    make("self", "-ext", here);
    keytool("-exportcert", "-rfc", "-alias", "ca", "-file", authority().toString());
  }

  /** The authority's own certificate, in PEM. */
  Path authority() {
    return folder.resolve("authority.pem");
  }

  private void make(String alias, String... more) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias));
    arguments.addAll(Arrays.asList(more));
    keytool(arguments.toArray(String[]::new));
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Path output = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(Files.readString(output));
    }
  }

  /** What a server needs to show one of the certificates. */
  SSLContext server(String alias) throws IOException, GeneralSecurityException {
    char[] password = PASSWORD.toCharArray();
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      all.load(in, password);
    }
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    Key key = all.getKey(alias, password);
    one.setKeyEntry(alias, key, password, all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
