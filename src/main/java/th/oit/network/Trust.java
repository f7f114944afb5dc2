package th.oit.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;

/** Whose certificates are believed: those that the runtime knows, and the office's own. */
final class Trust {
  private Trust() {}

  /**
   * @param extraCa certificates in PEM; null for none
   * @throws UnusableInput when the file holds no certificates
   */
  static SSLContext context(Path extraCa) {
    try {
      if (extraCa == null) {
        return SSLContext.getDefault();
      }
      KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
      believed.load(null, null);
      int count = 0;
      for (X509Certificate known : known()) {
        believed.setCertificateEntry("known-" + count++, known);
      }
      for (Certificate own : read(extraCa)) {
        believed.setCertificateEntry("own-" + count++, own);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(believed), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot make secure connections", e);
    }
  }

  private static X509Certificate[] known() throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager known) {
        return known.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static Collection<? extends Certificate> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!read.isEmpty()) {
        return read;
      }
    } catch (IOException | CertificateException e) {
      throw unusable(file, e.getMessage());
    }
    throw unusable(file, "no certificate in it");
  }

  private static UnusableInput unusable(Path file, String why) {
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_VALUE,
                "อ่านใบรับรองใน " + file + " ไม่ได้: " + why,
                "no certificates can be read from " + file + ": " + why)
            .at(Source.of(file.toString()))
            .hint(
                "ใช้ไฟล์ PEM ที่ขึ้นต้นด้วย -----BEGIN CERTIFICATE-----",
                "give a PEM file, which begins with -----BEGIN CERTIFICATE-----"));
  }
}
