// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which class files make the code of a test another one. */
class TestCodeTests {

    private static final String HERE = "dev.hpo.junit.declaration.TestCodeTests";
    private static final String NONE = "no such class";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the test, what is nested in it, anonymous and local classes, what it inherits
                "$Around$Tuning",
                "$Around$Tuning$Part",
                "$Around$Tuning$Part$Deep",
                "$Around$Tuning$1",
                "$Around$Tuning$1Local",
                "$Base",
                "$Base$Helper",
                "$Shared",
                // around it
                "",
                "$Around",
                "$BaseOfAround",
                // the types of the space: the configuration, one in it, kinds, enums and the bodies of their constants,
                // elements of lists
                "$Config",
                "$BaseOfConfig",
                "$Layer",
                "$Inner",
                "$Kind",
                "$Kind$First",
                "$Kind$Second",
                "$Color",
                "$Color$1",
                // what was generated for them
                "_ConfigSpace",
                "_LayerSpace",
                "_InnerSpace",
                "_KindSpace",
                "_Kind_FirstSpace"
            })
    void changedClass_makesOtherCode(String name) throws Exception {
        assertThat(hash(HERE + name, true)).isNotEqualTo(hash(NONE, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$Around$Sibling", "$Elsewhere", "Other"})
    void classThatBelongsToOtherTests_makesNone(String name) throws Exception {
        assertThat(hash(HERE + name, true)).isEqualTo(hash(NONE, true));
    }

    @Test
    void code_isTheSameInEachLoader() throws Exception {
        assertThat(hash(NONE, true)).isEqualTo(TestCode.hash(Around.Tuning.class, List.of(Config.class), "here"));
    }

    @Test
    void classWithoutAFile_countsByItsName() throws Exception {
        String without = hash(HERE + "$Around$Tuning", false);

        assertThat(without).isNotEqualTo(hash(NONE, true)).isEqualTo(hash(HERE + "$Around$Tuning", false));
        assertThat(without).isNotEqualTo(hash(HERE + "$Base", false));
    }

    @Test
    void damagedFile_isOnlyOtherCode() throws Exception {
        assertThat(ClassFile.of(new byte[0]).names()).isEmpty();
        assertThat(ClassFile.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 99}).parents())
                .isEmpty();
    }

    /** Returns the hash where a class file is another one, or none. */
    private static String hash(String altered, boolean isThere) throws Exception {
        Altering loader = new Altering(altered, isThere);
        return TestCode.hash(
                loader.loadClass(HERE + "$Around$Tuning"), List.of(loader.loadClass(HERE + "$Config")), "here");
    }

    /** Defines the classes of this test itself, and hands out a changed file for one of them. */
    private static final class Altering extends ClassLoader {

        private final String altered;
        private final boolean isThere;

        Altering(String altered, boolean isThere) {
            super(TestCodeTests.class.getClassLoader());
            this.altered = altered.replace('.', '/') + ".class";
            this.isThere = isThere;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(HERE)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Optional.ofNullable(file)
                        .orElseThrow(() -> new ClassNotFoundException(name))
                        .readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            InputStream file = super.getResourceAsStream(name);
            if (!name.equals(altered)) {
                return file;
            }
            assertThat(file).as(name).isNotNull();
            try (file) {
                byte[] bytes = file.readAllBytes();
                return isThere ? new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 1)) : null;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static class BaseOfAround {}

    static class Around extends BaseOfAround {

        static class Tuning extends Base implements Shared {

            private final Runnable anonymous = new Runnable() {
                @Override
                public void run() {}
            };

            Runnable local() {
                class Local implements Runnable {
                    @Override
                    public void run() {}
                }
                return anonymous.hashCode() == 0 ? anonymous : new Local();
            }

            static class Part {
                static class Deep {}
            }
        }

        static class Sibling {}
    }

    static class Elsewhere {}

    static class Base {
        static class Helper {}
    }

    interface Shared {}

    static class BaseOfConfig {
        @Uniform(min = 0, max = 1)
        double inherited = 0.5;
    }

    @SearchSpace
    static class Config extends BaseOfConfig {
        @Size(min = 1, max = 2)
        List<Layer> layers = List.of(new Layer(3));

        Inner inner = new Inner(0.5);
        Kind kind = new Kind.First(1);
        Color color = Color.RED;
    }

    @SearchSpace
    record Layer(@Uniform(min = 1, max = 9) int units) {}

    @SearchSpace
    record Inner(@Uniform(min = 0, max = 1) double share) {}

    @SearchSpace
    sealed interface Kind {

        @SearchSpace
        record First(@Uniform(min = 0, max = 1) double share) implements Kind {}

        @SearchSpace
        record Second(@Choice({"a", "b"}) String text) implements Kind {}
    }

    enum Color {
        RED {
            @Override
            public String toString() {
                return "red";
            }
        },
        GREEN
    }
}
