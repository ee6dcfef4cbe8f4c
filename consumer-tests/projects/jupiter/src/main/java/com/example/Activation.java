package com.example;

public enum Activation {
    RELU,
    TANH
}
