package com.example;

import dev.hpo.annotations.LogUniform;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A range of one's own, to be shared by configurations. */
@LogUniform(min = 1e-5, max = 0.1)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Decay {}
