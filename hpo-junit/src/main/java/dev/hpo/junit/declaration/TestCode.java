// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The class files of a test and of the search space of its trials: whether they are as they were says, as far as it can be said at the
 * start, whether a run goes on with the same code. What trials call elsewhere is not among them. A class without a file, as one that was
 * made while the tests run, counts by its name.
 */
final class TestCode {

    /** What the version of Java and that of this library stand for. */
    private static final List<String> OTHERS =
            List.of("java/", "javax/", "jdk/", "dev/hpo/space/", "dev/hpo/annotations/");

    private static final String LIBRARY_SPACES = "dev/hpo/space/";

    private final Optional<ClassLoader> loader;
    private final Map<String, Found> found = new HashMap<>();
    private final SortedSet<String> counted = new TreeSet<>();
    private final Set<String> families = new HashSet<>();
    private final Set<String> spaces = new HashSet<>();

    private TestCode(Optional<ClassLoader> loader) {
        this.loader = loader;
    }

    /**
     * Returns a hash of all files: of the test class and its nested ones, its superclasses and interfaces, the classes around it, and every
     * type of the space.
     *
     * @param configurations the configuration types that the test takes
     * @param place where the test is in the test tree, which counts as well
     */
    static String hash(Class<?> testClass, List<Class<?>> configurations, String place) {
        TestCode code = new TestCode(Optional.ofNullable(testClass.getClassLoader()));
        code.addFamily(internal(testClass));
        // A class around a test is not its own; what is nested in it besides can be other tests.
        for (Class<?> outer = testClass.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            code.add(internal(outer)).parents().forEach(code::addFamily);
        }
        for (Class<?> configuration : configurations) {
            code.addFamily(internal(configuration));
            code.addSpace(internal(SpaceLookup.of(configuration).getClass()));
        }
        return code.hash(place);
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Adds a class with what is nested in it, and with its superclasses and interfaces and what is nested in those. */
    private void addFamily(String name) {
        if (isOther(name) || !families.add(name)) {
            return;
        }
        ClassFile file = add(name);
        file.names().stream().filter(other -> other.startsWith(name + "$")).forEach(this::addFamily);
        file.parents().forEach(this::addFamily);
    }

    /** Adds a generated space with all types that it is made of, which it names. */
    private void addSpace(String name) {
        if (!spaces.add(name)) {
            return;
        }
        Set<String> others = add(name).names();
        for (String other : others) {
            // A class around a type of the space is named as well.
            boolean isAround = others.stream().anyMatch(inner -> inner.startsWith(other + "$"));
            if (isSpace(other)) {
                addSpace(other);
            } else if (!isOther(other) && (!isAround || read(other).isSearchSpace())) {
                addFamily(other);
            }
        }
    }

    private boolean isSpace(String name) {
        return !isOther(name) && read(name).parents().stream().anyMatch(parent -> parent.startsWith(LIBRARY_SPACES));
    }

    private static boolean isOther(String name) {
        return name.startsWith("[") || OTHERS.stream().anyMatch(name::startsWith);
    }

    private ClassFile add(String name) {
        counted.add(name);
        return read(name);
    }

    private ClassFile read(String name) {
        return find(name).file;
    }

    private Found find(String name) {
        return found.computeIfAbsent(name, any -> new Found(bytes(name)));
    }

    private byte[] bytes(String name) {
        String path = name + ".class";
        try (InputStream file = loader.isPresent()
                ? loader.get().getResourceAsStream(path)
                : ClassLoader.getSystemResourceAsStream(path)) {
            return file == null ? new byte[0] : file.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private String hash(String place) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : counted) {
                byte[] bytes = find(name).bytes;
                byte[] text = name.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(8)
                        .putInt(text.length)
                        .putInt(bytes.length)
                        .array());
                digest.update(text);
                digest.update(bytes);
            }
            digest.update(place.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What was found of a class. */
    private static final class Found {

        private final byte[] bytes;
        private final ClassFile file;

        Found(byte[] bytes) {
            this.bytes = bytes;
            this.file = ClassFile.of(bytes);
        }
    }
}
