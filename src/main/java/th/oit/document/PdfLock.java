package th.oit.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import th.oit.document.PdfLexer.Name;

/**
 * The standard lock of PDF, opened with the empty password, as every reader tries before it asks.
 *
 * <p>ISO 32000-1, 7.6; for 256-bit keys ISO 32000-2, 7.6.4.3.
 */
final class PdfLock {
  private static final byte[] PAD = {
    0x28,
    (byte) 0xBF,
    0x4E,
    0x5E,
    0x4E,
    0x75,
    (byte) 0x8A,
    0x41,
    0x64,
    0x00,
    0x4E,
    0x56,
    (byte) 0xFF,
    (byte) 0xFA,
    0x01,
    0x08,
    0x2E,
    0x2E,
    0x00,
    (byte) 0xB6,
    (byte) 0xD0,
    0x68,
    0x3E,
    (byte) 0x80,
    0x2F,
    0x0C,
    (byte) 0xA9,
    (byte) 0xFE,
    0x64,
    0x53,
    0x69,
    0x7A
  };

  private enum Way {
    NONE,
    RC4,
    AES,
    AES_256
  }

  private final byte[] key;
  private final Way way;

  private PdfLock(byte[] key, Way way) {
    this.key = key;
    this.way = way;
  }

  /**
   * Opens the lock.
   *
   * @param settings the encryption dictionary, with nothing left to resolve
   * @param id the first part of the file's identifier
   * @return null when it asks for a password, a certificate or a program of its own
   */
  static PdfLock open(Map<?, ?> settings, byte[] id) throws IOException {
    if (!(settings.get("Filter") instanceof Name filter) || !filter.text().equals("Standard")) {
      return null;
    }
    long version = PdfFilters.number(settings, "V", 0);
    int revision = (int) PdfFilters.number(settings, "R", 0);
    if (!(settings.get("U") instanceof byte[] user)
        || !(settings.get("O") instanceof byte[] owner)
        || user.length < 32
        || owner.length < 32
        || version < 1
        || version > 5
        || revision < 2
        || revision > 6) {
      throw new IOException("a lock that cannot be");
    }
    try {
      Way way = version < 4 ? Way.RC4 : way(settings);
      if (version == 5) {
        return user.length < 48 ? null : open256(settings, user, revision, way);
      }
      long bits =
          version == 1 ? 40 : PdfFilters.number(settings, "Length", version == 4 ? 128 : 40);
      // Some writers give bytes.
      int length = (int) Math.max(5, Math.min(16, bits <= 16 ? bits : bits / 8));
      byte[] key = key(settings, owner, id, revision, revision == 2 ? 5 : length);
      byte[] expected = expected(key, id, revision);
      boolean opens = Arrays.equals(expected, 0, expected.length, user, 0, expected.length);
      return opens ? new PdfLock(key, way) : null;
    } catch (GeneralSecurityException e) {
      throw new IOException("a lock that cannot be", e);
    }
  }

  private static Way way(Map<?, ?> settings) {
    String name = settings.get("StmF") instanceof Name given ? given.text() : "Identity";
    if (settings.get("CF") instanceof Map<?, ?> filters
        && filters.get(name) instanceof Map<?, ?> filter
        && filter.get("CFM") instanceof Name method) {
      return switch (method.text()) {
        case "V2" -> Way.RC4;
        case "AESV2" -> Way.AES;
        case "AESV3" -> Way.AES_256;
        default -> Way.NONE;
      };
    }
    return Way.NONE;
  }

  private static byte[] key(Map<?, ?> settings, byte[] owner, byte[] id, int revision, int length)
      throws GeneralSecurityException {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    md5.update(PAD);
    md5.update(owner, 0, 32);
    long permissions = PdfFilters.number(settings, "P", 0);
    for (int i = 0; i < 4; i++) {
      md5.update((byte) (permissions >> 8 * i));
    }
    md5.update(id);
    if (revision >= 4 && Boolean.FALSE.equals(settings.get("EncryptMetadata"))) {
      md5.update(new byte[] {-1, -1, -1, -1});
    }
    byte[] hash = md5.digest();
    if (revision >= 3) {
      for (int i = 0; i < 50; i++) {
        md5.update(hash, 0, length);
        hash = md5.digest();
      }
    }
    return Arrays.copyOf(hash, length);
  }

  private static byte[] expected(byte[] key, byte[] id, int revision)
      throws GeneralSecurityException {
    if (revision == 2) {
      return new Rc4(key).apply(PAD.clone(), 0, 32);
    }
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    md5.update(PAD);
    byte[] hash = md5.digest(id);
    for (int i = 0; i < 20; i++) {
      byte[] turned = key.clone();
      for (int k = 0; k < turned.length; k++) {
        turned[k] ^= (byte) i;
      }
      new Rc4(turned).apply(hash, 0, 16);
    }
    return hash;
  }

  private static PdfLock open256(Map<?, ?> settings, byte[] user, int revision, Way way)
      throws GeneralSecurityException {
    byte[] hash = hash(Arrays.copyOfRange(user, 32, 40), revision);
    if (!Arrays.equals(hash, 0, 32, user, 0, 32)) {
      return null;
    }
    if (!(settings.get("UE") instanceof byte[] locked) || locked.length < 32) {
      return null;
    }
    byte[] opening = hash(Arrays.copyOfRange(user, 40, 48), revision);
    Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
    aes.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(opening, "AES"), new IvParameterSpec(new byte[16]));
    return new PdfLock(aes.doFinal(locked, 0, 32), way);
  }

  /** The hash of an empty password with a salt: ISO 32000-2, algorithm 2.B. */
  private static byte[] hash(byte[] salt, int revision) throws GeneralSecurityException {
    byte[] k = MessageDigest.getInstance("SHA-256").digest(salt);
    if (revision < 6) {
      return k;
    }
    Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
    for (int round = 0; ; round++) {
      byte[] many = new byte[64 * k.length];
      for (int i = 0; i < 64; i++) {
        System.arraycopy(k, 0, many, i * k.length, k.length);
      }
      aes.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(k, 0, 16, "AES"), new IvParameterSpec(k, 16, 16));
      byte[] out = aes.doFinal(many);
      int sum = 0;
      for (int i = 0; i < 16; i++) {
        sum += out[i] & 0xFF;
      }
      String digest = sum % 3 == 0 ? "SHA-256" : sum % 3 == 1 ? "SHA-384" : "SHA-512";
      k = MessageDigest.getInstance(digest).digest(out);
      if (round >= 63 && (out[out.length - 1] & 0xFF) <= round + 1 - 32) {
        return Arrays.copyOf(k, 32);
      }
    }
  }

  /** What a locked stream holds. */
  InputStream unlocked(InputStream in, int number, int generation) throws IOException {
    try {
      switch (way) {
        case NONE:
          return in;
        case AES_256:
          return aes(in, key);
        default:
          MessageDigest md5 = MessageDigest.getInstance("MD5");
          md5.update(key);
          md5.update(new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)});
          md5.update(new byte[] {(byte) generation, (byte) (generation >> 8)});
          if (way == Way.AES) {
            md5.update(new byte[] {0x73, 0x41, 0x6C, 0x54});
          }
          byte[] own = Arrays.copyOf(md5.digest(), Math.min(16, key.length + 5));
          return way == Way.AES ? aes(in, own) : rc4(in, own);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("a lock that cannot be", e);
    }
  }

  private static InputStream aes(InputStream in, byte[] key)
      throws IOException, GeneralSecurityException {
    byte[] start = in.readNBytes(16);
    if (start.length < 16) {
      return InputStream.nullInputStream();
    }
    // The padding is left on: all that is read from such a stream has an end mark of its own.
    Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
    aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
    return new CipherInputStream(in, aes);
  }

  private static InputStream rc4(InputStream in, byte[] key) {
    Rc4 cipher = new Rc4(key);
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        if (read > 0) {
          cipher.apply(bytes, from, read);
        }
        return read;
      }
    };
  }
}
