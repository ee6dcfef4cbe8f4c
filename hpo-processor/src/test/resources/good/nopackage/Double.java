enum Double {
    B
}
