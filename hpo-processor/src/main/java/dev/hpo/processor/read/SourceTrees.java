// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What only the syntax tree of a source shows, where the compiler lets us see it. */
interface SourceTrees {

    /** Returns the trees of javac, or ones that know nothing in another compiler. */
    static SourceTrees of(ProcessingEnvironment processing) {
        try {
            return new JavacTrees(processing);
        } catch (IllegalArgumentException | LinkageError e) {
            return new NoTrees();
        }
    }

    /** Returns whether a declaration is in a source of this compilation; false if that cannot be told. */
    boolean isSource(Element element);

    /** Returns whether sources can be seen at all. */
    boolean areVisible();

    /**
     * Returns the text of the type of a variable or method with the names that javac forgets: those of missing types with arguments.
     *
     * @param text the text of the type, or of the first one in it
     */
    String named(String text, Element declaration);

    /** Returns the initialiser of a field, if it has one. */
    Optional<Literal> initializer(VariableElement field);

    /** Returns whether a field has no initialiser; false if that cannot be told. */
    boolean lacksInitializer(VariableElement field);

    /**
     * Returns whether each field of a class has the value of its own initialiser in a new instance: the constructor does no more than
     * to call that of the superclass, there is no initialiser block, and each initialiser is of a kind that can do nothing else. False
     * if that cannot be told.
     */
    boolean showsValues(TypeElement type);

    /** Returns whether a method without parameters does no more than to return a field, as a record's own accessors do. */
    boolean returnsField(ExecutableElement method, String field);

    /** Returns whether a constructor gives to a component, or to the field of it, another value than its own; true if that cannot be told. */
    boolean changes(ExecutableElement constructor, String component);

    /** Returns the imports of the source that a declaration is in. */
    List<Import> imports(Element element);

    /** Returns the classes that are declared in the methods of a type, with annotations. */
    List<LocalType> localTypes(TypeElement type);

    /** Returns the arguments of the constructor call that is all that a method does, or nothing. */
    List<Literal> constructorArguments(ExecutableElement method, String type);

    /**
     * An expression.
     *
     * @param text its source
     * @param value its value if it is a literal: a number, a string, a boolean, or the name of a constant
     * @param isConstantName whether the value is the name of what may be a constant
     * @param printer prints an error at it
     */
    record Literal(String text, Optional<Object> value, boolean isConstantName, Consumer<String> printer) {}

    /**
     * An import.
     *
     * @param isStatic whether it is of static members
     * @param name the whole name
     */
    record Import(boolean isStatic, String name) {}

    /**
     * A class that is declared in a method, which no annotation processor is shown.
     *
     * @param name its name for people
     * @param annotations the simple names of its annotations
     * @param printer prints an error at it
     */
    record LocalType(String name, List<String> annotations, Consumer<String> printer) {}

    /** The trees of a compiler that shows none. */
    final class NoTrees implements SourceTrees {

        @Override
        public boolean isSource(Element element) {
            return false;
        }

        @Override
        public boolean areVisible() {
            return false;
        }

        @Override
        public String named(String text, Element declaration) {
            return text;
        }

        @Override
        public Optional<Literal> initializer(VariableElement field) {
            return Optional.empty();
        }

        @Override
        public boolean lacksInitializer(VariableElement field) {
            return false;
        }

        @Override
        public boolean showsValues(TypeElement type) {
            return false;
        }

        @Override
        public boolean returnsField(ExecutableElement method, String field) {
            return false;
        }

        @Override
        public boolean changes(ExecutableElement constructor, String component) {
            return true;
        }

        @Override
        public List<Import> imports(Element element) {
            return List.of();
        }

        @Override
        public List<LocalType> localTypes(TypeElement type) {
            return List.of();
        }

        @Override
        public List<Literal> constructorArguments(ExecutableElement method, String type) {
            return List.of();
        }
    }
}
