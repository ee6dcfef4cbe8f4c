enum Scope {
    A
}
