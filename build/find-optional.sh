# Sourced by ./run and ./test with root set. Finds out once whether the packages that only a part of the product needs can be restored on this machine,
# and keeps the answer in build/local.props, which Directory.Build.props imports; delete that file to find out again. Sets orleans to true or false and says
# in one line on stderr what is left out.
local_props="$root/build/local.props"

restores() {
  dotnet restore "$root/tests/Grains.Tests/Grains.Tests.csproj" -p:Orleans="$1" -v quiet -nologo >/dev/null 2>&1
}

# If nothing restores at all, it is not for want of Orleans: nothing is kept, and the build says what is wrong.
if [ ! -f "$local_props" ]; then
  answer=""
  if restores true; then
    answer=true
  elif restores false; then
    answer=false
  fi
  if [ -n "$answer" ]; then
    cat > "$local_props.$$" <<XML
<Project>
  <!-- Whether this machine could restore the packages of Orleans when ./run or ./test first asked. Delete this file to find out again. -->
  <PropertyGroup>
    <Orleans Condition="'\$(Orleans)' == ''">$answer</Orleans>
  </PropertyGroup>
</Project>
XML
    mv "$local_props.$$" "$local_props"
  fi
fi

orleans="$(dotnet msbuild "$root/Grains/Grains.csproj" -nologo -getProperty:Orleans)"
if [ "$orleans" != true ]; then
  echo "Left out: the grains, their tests, --engine orleans, live regions and the silo's carrier orleans (Orleans=$orleans; build/local.props or the property Orleans decides)." >&2
fi
