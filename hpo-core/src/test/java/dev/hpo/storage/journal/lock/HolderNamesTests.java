// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HolderNamesTests {

    private static final Path JOURNAL = Path.of("a.log");

    /** Each class loader has its own classes, as the plugins of a build tool have, and they share one process. */
    @Test
    void holdersOfSeveralClassLoaders_haveDifferentNames() throws Exception {
        List<URL> urls = new ArrayList<>();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            urls.add(url(entry));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            try (URLClassLoader loader =
                    new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
                Class<?> type = loader.loadClass(HolderNames.class.getName());
                Constructor<?> constructor = type.getDeclaredConstructor(Path.class);
                constructor.setAccessible(true);
                Method next = type.getDeclaredMethod("next");
                next.setAccessible(true);
                names.add(next.invoke(constructor.newInstance(JOURNAL)).toString());
            }
        }
        names.add(new HolderNames(JOURNAL).next().toString());

        assertThat(names).hasSize(4);
    }

    @Test
    void holdersOfOneClassLoader_haveDifferentShortNames() {
        HolderNames names = new HolderNames(JOURNAL);
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            all.add(names.next().toString());
        }

        assertThat(all).hasSize(1000).allSatisfy(name -> {
            assertThat(name).hasSizeLessThan(60);
            assertThat(names.process(name)).contains(ProcessId.current());
        });
    }

    private static URL url(String entry) throws MalformedURLException {
        return new File(entry).toURI().toURL();
    }
}
