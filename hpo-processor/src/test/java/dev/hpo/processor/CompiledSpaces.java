// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import com.google.common.io.ByteStreams;
import com.google.testing.compile.Compilation;
import dev.hpo.space.Space;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/** Loads the search spaces that a compilation made. */
final class CompiledSpaces extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();
    private final Set<String> generated;

    CompiledSpaces(Compilation compilation) {
        super(CompiledSpaces.class.getClassLoader());
        this.generated = sources(compilation).keySet();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                add(name(file, ".class"), file);
            }
        }
    }

    private void add(String name, JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            classes.put(name, ByteStreams.toByteArray(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sources that were generated, by the names of their classes. */
    static Map<String, String> sources(Compilation compilation) {
        Map<String, String> sources = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            try {
                sources.put(name(file, ".java"), file.getCharContent(true).toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static String name(JavaFileObject file, String ending) {
        String path = file.toUri().getPath().replaceFirst("^/(CLASS|SOURCE)_OUTPUT/", "");
        return path.substring(0, path.length() - ending.length()).replace('/', '.');
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Returns the generated spaces. */
    List<Space<Object>> all() {
        List<Space<Object>> spaces = new ArrayList<>();
        generated.forEach(name -> spaces.add(space(name)));
        return spaces;
    }

    /** Returns the space of a generated class. */
    @SuppressWarnings("unchecked") // the tests hand back what the space itself made
    Space<Object> space(String name) {
        try {
            Field field = loadClass(name).getField("SPACE");
            field.setAccessible(true);
            return (Space<Object>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no space in " + name, e);
        }
    }
}
