# make_venv PYTHON REQUIREMENTS FOLDER: makes a virtual environment, unless it is there with the same requirements.
make_venv() {
  local python="$1" requirements="$2" folder="$3"
  if ! cmp -s "$requirements" "$folder/installed.txt"; then
    rm -rf "$folder"
    "$python" -m venv "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements"
    cp "$requirements" "$folder/installed.txt"
  fi
}
